import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { AcceptedCase } from '../../core/policies/draft.ts';
import type { GoldenDraft } from './draft-deps.ts';
import type { PolicyScene } from './policy-scene.ts';

/** A case that a draft must pass. */
export interface EffectiveCase {
  readonly golden: GoldenCase;
  readonly origin: 'golden' | 'owner';
  /** The acceptance of another outcome than the one that was shipped or written. */
  readonly acceptance: AcceptedCase | null;
}

/** A case with the outcome that was accepted for it. */
function withAccepted(golden: GoldenCase, acceptance: AcceptedCase | null): GoldenCase {
  return acceptance === null ? golden : goldenCaseSchema.parse({ ...golden, expect: acceptance.expect });
}

/** The shipped cases and those that owners wrote, each with the outcome that the draft expects of it. */
export function listEffectiveCases(
  draft: Pick<GoldenDraft, 'cases' | 'accepted'>,
  { shipped }: Pick<PolicyScene, 'shipped'>,
): EffectiveCase[] {
  const accepted = new Map(draft.accepted.map((one) => [one.caseName, one]));
  const own = new Set(draft.cases.map((one) => one.name));
  const list = (cases: readonly GoldenCase[], origin: EffectiveCase['origin']): EffectiveCase[] =>
    cases.map((golden) => {
      const acceptance = accepted.get(golden.name) ?? null;
      return { golden: withAccepted(golden, acceptance), origin, acceptance };
    });
  return [
    ...list(
      (shipped?.cases ?? []).map((one) => one.golden).filter((one) => !own.has(one.name)),
      'golden',
    ),
    ...list(draft.cases, 'owner'),
  ];
}
