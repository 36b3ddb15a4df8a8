import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { DecidedGoldenCase } from './decide-golden-case.ts';

/** Lists in words where a decision is not what the golden case expects; nothing where it is. */
export function compareExpectation({ expect }: GoldenCase, { decision, rule }: DecidedGoldenCase): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['disposition', expect.disposition, decision.disposition],
    ['reasonCode', expect.reasonCode, decision.reasonCode],
    ['rule', expect.rule, rule],
    ['decidedBy', expect.decidedBy ?? 'policy', decision.candidates[decision.decisive]?.decidedBy],
    ['remedy', expect.remedy ?? null, decision.remedy],
    ['amountMinor', expect.amountMinor ?? null, decision.amountMinor],
    ['credits', expect.credits ?? null, decision.credits],
    ['missing', expect.missing ?? [], decision.missing],
    ['clauseIds', expect.clauseIds ?? decision.clauseIds, decision.clauseIds],
  ];
  const effects = decision.effects.map((effect) => effect.kind).toSorted();
  pairs.push(['effects', expect.effects ?? effects, effects]);
  return pairs.flatMap(([what, wanted, got]) => {
    const [one, other] = [JSON.stringify(wanted), JSON.stringify(got)];
    return one === other ? [] : [`${what}: expected ${one}, got ${other}`];
  });
}
