import type { Rule } from '../../core/policies/ruleset.ts';
import type { Report } from './lint-issue.ts';

function reportRepeats(rules: readonly Rule[], key: 'name' | 'priority', report: Report): void {
  const first = new Map<string | number, number>();
  rules.forEach((rule, index) => {
    const earlier = first.get(rule[key]);
    if (earlier === undefined) first.set(rule[key], index);
    else {
      const code = key === 'name' ? 'duplicate_name' : 'duplicate_priority';
      report(code, `/ruleset/rules/${index}/${key}`, `Rule ${earlier + 1} already has the ${key} ${rule[key]}.`);
    }
  });
}

function reportInterleaving(rules: readonly Rule[], report: Report): void {
  const inOrder = rules
    .map((rule, index) => ({ rule, index }))
    .sort((one, other) => other.rule.priority - one.rule.priority);
  const left = new Set<string>();
  let current: string | null = null;
  for (const { rule, index } of inOrder) {
    const { stage } = rule.event.params;
    if (stage === current) continue;
    if (left.has(stage)) {
      report(
        'stage_interleaved',
        `/ruleset/rules/${index}/event/params/stage`,
        `The stage ${stage} was over before ${rule.name}: keep the rules of a stage together.`,
      );
    }
    if (current !== null) left.add(current);
    current = stage;
  }
}

/** Checks what holds between rules: names and priorities are unique, and each stage is one unbroken run. */
export function lintOrder(rules: readonly Rule[], report: Report): void {
  reportRepeats(rules, 'name', report);
  reportRepeats(rules, 'priority', report);
  reportInterleaving(rules, report);
}
