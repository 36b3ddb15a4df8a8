import { STAGES } from '../../../server/contract/policy-vocabulary.ts';
import type { Rule, Stage } from '../../../server/contract/policy-vocabulary.ts';

/** The rules of one stage in the order in which they run. */
export interface StageRules {
  readonly stage: Stage;
  readonly rules: readonly Rule[];
}

/** Rules in the order in which they run: the highest priority first. */
export function orderRules(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => b.priority - a.priority);
}

/** The ruleset by stage, in the order of the stages; stages without a rule are left out. */
export function groupByStage(rules: readonly Rule[]): StageRules[] {
  const ordered = orderRules(rules);
  return STAGES.map((stage) => ({ stage, rules: ordered.filter((rule) => rule.event.params.stage === stage) })).filter(
    (group) => group.rules.length > 0,
  );
}

/**
 * Moves a rule to a place within its stage (0 is first). Priorities stay with the places, so that nothing else moves
 * and stages cannot interleave. Answers the rules unchanged where there is nothing to move.
 */
export function moveRule(rules: readonly Rule[], name: string, place: number): readonly Rule[] {
  const stage = groupByStage(rules).find((group) => group.rules.some((rule) => rule.name === name))?.rules ?? [];
  const from = stage.findIndex((rule) => rule.name === name);
  const to = Math.min(Math.max(place, 0), stage.length - 1);
  const moved = stage[from];
  if (moved === undefined || from === to) return rules;
  const order = stage.toSpliced(from, 1).toSpliced(to, 0, moved);
  const priorities = new Map(order.map((rule, index) => [rule.name, stage[index]?.priority ?? rule.priority]));
  return orderRules(rules.map((rule) => ({ ...rule, priority: priorities.get(rule.name) ?? rule.priority })));
}

/** Place of a rule among those of its stage, counted from 1, and how many they are. */
export function placeOf(rules: readonly Rule[], name: string): { place: number; of: number } {
  const stage = groupByStage(rules).find((group) => group.rules.some((rule) => rule.name === name))?.rules ?? [];
  return { place: stage.findIndex((rule) => rule.name === name) + 1, of: stage.length };
}

/**
 * Adds a rule as the last of its stage. Where no priority is free between its neighbours, all priorities are spread
 * anew in steps of ten.
 */
export function insertRule(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  const stageIndex = STAGES.indexOf(rule.event.params.stage);
  const ordered = orderRules(rules);
  const after = ordered.findLastIndex((other) => STAGES.indexOf(other.event.params.stage) <= stageIndex);
  const above = ordered[after]?.priority ?? (ordered[0]?.priority ?? 0) + 20;
  const below = ordered[after + 1]?.priority ?? 0;
  const next = ordered.toSpliced(after + 1, 0, { ...rule, priority: Math.floor((above + below) / 2) });
  if (above - below > 1) return next;
  return next.map((one, index) => ({ ...one, priority: (next.length - index) * 10 }));
}
