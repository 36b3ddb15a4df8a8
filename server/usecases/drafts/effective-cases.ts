import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { LEFT_OUT } from '../../core/policies/draft.ts';
import type { AcceptedCase } from '../../core/policies/draft.ts';
import { digestCase } from '../../core/policies/submission-digest.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { GoldenDraft } from './draft-deps.ts';
import type { PolicyScene } from './policy-scene.ts';

/** A case that a draft must pass. */
export interface EffectiveCase {
  readonly golden: GoldenCase;
  readonly origin: 'golden' | 'owner';
  /** The acceptance of another outcome than the one that was shipped or written. */
  readonly acceptance: AcceptedCase | null;
  /** What an acceptance has to cover, as in {@link AcceptedCase.covers}, where live has the case and the draft alters or lacks it; else null. */
  readonly needs: string | null;
}

/** What is said beside the content. */
export type SaidCases = Pick<GoldenDraft, 'cases' | 'accepted'>;

/** What files propose is not accepted yet. */
function listAcceptances({ accepted }: SaidCases): ReadonlyMap<string, AcceptedCase> {
  return new Map(accepted.filter((one) => one.proposed !== true).map((one) => [one.caseName, one]));
}

/** A case with the outcome that was accepted for it. */
function withAccepted(golden: GoldenCase, acceptance: AcceptedCase | null): GoldenCase {
  return acceptance === null || acceptance.covers === LEFT_OUT
    ? golden
    : goldenCaseSchema.parse({ ...golden, expect: acceptance.expect });
}

/** The cases that owners wrote, by name, each with the outcome that was accepted for it last. */
export function listOwnCases(said: SaidCases): ReadonlyMap<string, GoldenCase> {
  const accepted = listAcceptances(said);
  return new Map(said.cases.map((one) => [one.name, withAccepted(one, accepted.get(one.name) ?? null)]));
}

/**
 * The cases that a draft is held to, each with the outcome that is expected of it: the shipped ones, those that owners
 * wrote for what is live, and the draft's own. A case of live's does not leave the gate by being left out or rewritten;
 * what was approved is held to its own alone.
 */
export function listEffectiveCases(
  draft: SaidCases & Pick<GoldenDraft, 'state'>,
  { shipped, replaced }: Pick<PolicyScene, 'shipped' | 'replaced'>,
): EffectiveCase[] {
  const accepted = listAcceptances(draft);
  const own = listOwnCases(draft);
  const live = replaced === null || draft.state === 'approved' ? new Map<string, GoldenCase>() : listOwnCases(replaced);
  const golden = (shipped?.cases ?? []).map((one) => one.golden).filter((one) => !own.has(one.name));
  const taken = new Set(golden.map((one) => one.name));
  return [
    ...golden.map((one): EffectiveCase => {
      const acceptance = accepted.get(one.name) ?? null;
      return { golden: withAccepted(one, acceptance), origin: 'golden', acceptance, needs: null };
    }),
    ...draft.cases.map((one): EffectiveCase => {
      const [said, was] = [own.get(one.name) ?? one, live.get(one.name)];
      const altered = was !== undefined && canonicalise(was) !== canonicalise(said);
      const needs = altered ? digestCase(one) : null;
      return { golden: said, origin: 'owner', acceptance: accepted.get(one.name) ?? null, needs };
    }),
    ...[...live.values()]
      .filter((one) => !own.has(one.name) && !taken.has(one.name))
      .map((one): EffectiveCase => {
        const acceptance = accepted.get(one.name) ?? null;
        return { golden: one, origin: 'owner', acceptance, needs: LEFT_OUT };
      }),
  ];
}
