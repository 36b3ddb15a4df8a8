import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { wordOutcome } from '../../core/sentences/word-outcome.ts';

/** What a case expects, in words. */
export function expectedWords({ expect, order }: GoldenCase): { en: string; zh: string } {
  return {
    ...wordOutcome({
      disposition: expect.disposition,
      reasonCode: expect.reasonCode,
      remedy: expect.remedy ?? null,
      credits: expect.credits ?? null,
      amountMinor: expect.amountMinor ?? null,
      currency: order?.currency ?? 'USD',
    }),
  };
}

/** The expectation that a decision meets, everything of it compared. */
export function expectDecision(decision: DecisionDraft): GoldenCase['expect'] {
  const outcome = decision.candidates[decision.decisive];
  const decidedBy = outcome?.decidedBy ?? 'policy';
  const rule = (decidedBy === 'floor' ? outcome?.floor?.rule : outcome?.policy.rule) ?? null;
  const effects = decision.effects.map((effect) => effect.kind).toSorted();
  return {
    disposition: decision.disposition,
    reasonCode: decision.reasonCode,
    rule,
    ...(decidedBy === 'floor' ? { decidedBy } : {}),
    ...(decision.remedy === null ? {} : { remedy: decision.remedy }),
    ...(decision.amountMinor === null ? {} : { amountMinor: decision.amountMinor }),
    ...(decision.credits === null ? {} : { credits: decision.credits }),
    ...(decision.clauseIds.length === 0 ? {} : { clauseIds: [...decision.clauseIds] }),
    ...(decision.missing.length === 0 ? {} : { missing: [...decision.missing] }),
    ...(effects.length === 0 ? {} : { effects }),
  };
}
