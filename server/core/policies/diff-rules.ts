import { canonicalise } from '../records/canonical.ts';
import type { SentenceContext } from '../sentences/word-condition.ts';
import { RENUMBERED, wordRuleChange, wordRuleMove, wordRulePresence } from '../sentences/word-change.ts';
import type { Rule } from './ruleset.ts';
import type { DiffItem } from './diff-item.ts';

interface Contexts {
  readonly before: SentenceContext;
  readonly after: SentenceContext;
}

/** Changes between two lists of rules: those that came, went, say something else, or have another place among the others. */
export function diffRules(before: readonly Rule[], after: readonly Rule[], contexts: Contexts): DiffItem[] {
  const was = new Map(before.map((rule) => [rule.name, rule]));
  const is = new Map(after.map((rule) => [rule.name, rule]));
  const items: DiffItem[] = inOrder(after).flatMap((rule): DiffItem[] => {
    const old = was.get(rule.name);
    if (old === undefined) return [presence(rule, 'added', contexts.after)];
    const parts = listChangedParts(old, rule);
    if (parts.length === 0) return [];
    return [{ ...head(rule, 'changed'), sentence: wordRuleChange(old, rule, contexts, parts), old, new: rule }];
  });
  const removed = inOrder(before)
    .filter((rule) => !is.has(rule.name))
    .map((rule) => presence(rule, 'removed', contexts.before));
  const moves = listMoves(before, after);
  const renumbered =
    moves.length === 0 && after.some((rule) => (was.get(rule.name)?.priority ?? rule.priority) !== rule.priority);
  const restrung = moves.length === 0 && !renumbered && isListedDifferently(before, after);
  return [
    ...items,
    ...removed,
    ...moves,
    ...(renumbered || restrung
      ? [{ kind: 'rule', change: 'moved', name: 'priorities', sentence: RENUMBERED } as const]
      : []),
  ];
}

const inOrder = (rules: readonly Rule[]): Rule[] => rules.toSorted((a, b) => b.priority - a.priority);

function head({ name, event }: Rule, change: DiffItem['change']): Omit<DiffItem, 'sentence'> {
  const { clause } = event.params;
  return { kind: 'rule', change, name, ...(clause === undefined ? {} : { clause }) };
}

function presence(rule: Rule, change: 'added' | 'removed', context: SentenceContext): DiffItem {
  return {
    ...head(rule, change),
    sentence: wordRulePresence(rule, context),
    ...(change === 'added' ? { new: rule } : { old: rule }),
  };
}

/** Names of what a rule says differently: its conditions, its effect, or single parts of its finding. */
function listChangedParts(before: Rule, after: Rule): string[] {
  const parts: string[] = [];
  if (canonicalise(before.conditions) !== canonicalise(after.conditions)) parts.push('conditions');
  if (before.event.type !== after.event.type) parts.push('effect');
  const [was, is]: Readonly<Record<string, unknown>>[] = [{ ...before.event.params }, { ...after.event.params }];
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].toSorted();
  return [
    ...parts,
    ...names.filter((name) => canonicalise([was?.[name] ?? null]) !== canonicalise([is?.[name] ?? null])),
  ];
}

/** The file may list rules in another order than they run in. */
function isListedDifferently(before: readonly Rule[], after: readonly Rule[]): boolean {
  const common = (rules: readonly Rule[], others: readonly Rule[]): string =>
    rules
      .map((rule) => rule.name)
      .filter((name) => others.some((other) => other.name === name))
      .join();
  return common(before, after) !== common(after, before);
}

/** The fewest rules that have to move to turn one order of the common rules into the other. */
function listMoves(before: readonly Rule[], after: readonly Rule[]): DiffItem[] {
  const places = new Map(inOrder(before).map((rule, index) => [rule.name, index]));
  const common = inOrder(after).filter((rule) => places.has(rule.name));
  const staying = new Set(selectLongestRise(common.map((rule) => places.get(rule.name) ?? 0)));
  return common.flatMap((rule, index): DiffItem[] => {
    if (staying.has(index)) return [];
    const { stage } = rule.event.params;
    const [from, to] = [placeInStage(before, rule.name, stage), placeInStage(after, rule.name, stage)];
    return [{ ...head(rule, 'moved'), sentence: wordRuleMove(rule.name, from, to, stage), old: from, new: to }];
  });
}

function placeInStage(rules: readonly Rule[], name: string, stage: string): number {
  return (
    inOrder(rules)
      .filter((rule) => rule.event.params.stage === stage)
      .findIndex((rule) => rule.name === name) + 1
  );
}

/** Indexes of a longest strictly rising subsequence. */
function selectLongestRise(values: readonly number[]): number[] {
  const best: number[][] = [];
  values.forEach((value, index) => {
    const before = best.reduce<number[]>((longest, path) => {
      const last = path.at(-1);
      return last !== undefined && (values[last] ?? 0) < value && path.length > longest.length ? path : longest;
    }, []);
    best.push([...before, index]);
  });
  return best.reduce<number[]>((longest, path) => (path.length >= longest.length ? path : longest), []);
}
