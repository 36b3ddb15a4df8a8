import { AppError } from '../../contract/error-registry.ts';
import { selectReplaced } from '../../core/policies/check-schedule.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { Activation, PolicyContent, PolicyVersion } from '../../core/policies/policy-version.ts';
import type { DraftDeps, GoldenDraft, PolicyBeside } from './draft-deps.ts';

/** What a policy's drafts are seen against: what decides now, its history, and what its cases run beside. */
export interface PolicyScene {
  readonly policy: string;
  /** Epoch ms. */
  readonly now: number;
  readonly activations: readonly Activation[];
  /** Null where the policy has no version yet. */
  readonly live: PolicyVersion | null;
  /** What a draft would replace: what decides now, or the scheduled version that the draft was made from. */
  readonly baseline: PolicyVersion | null;
  /** The floor in force; null where there is none. */
  readonly floor: PolicyContent | null;
  /** What is live of every program: of the others only where the policy is the floor, whose cases name them. */
  readonly programs: ReadonlyMap<string, PolicyContent>;
  readonly shipped: PolicyBeside | null;
  /** What owners wrote and accepted for the baseline; null where it had no draft. */
  readonly replaced: Pick<GoldenDraft, 'cases' | 'accepted'> | null;
}

/** The scene that a draft is tested and told against. */
export function loadDraftScene(
  deps: DraftDeps,
  { policy, basedOn }: Pick<GoldenDraft, 'policy' | 'basedOn'>,
): Promise<PolicyScene> {
  return loadScene(deps, policy, true, basedOn);
}

/** Loads the scene of a policy as of now, its baseline what decides now. Throws POLICY_NOT_FOUND, save where `mayBeNew`. */
export async function loadScene(deps: DraftDeps, policy: string, mayBeNew = false, basedOn = 0): Promise<PolicyScene> {
  const now = deps.clock.now();
  const others = policy === FLOOR_POLICY ? await deps.policies.listPolicies() : [];
  const activations = await deps.catalogue.loadActivations([policy, ...others]);
  const inForce = await deps.catalogue.findInForce(activations, policy, now);
  if (inForce === null && !mayBeNew) throw new AppError('POLICY_NOT_FOUND', `There is no policy ${policy}.`);
  const own = activations.byPolicy.get(policy) ?? [];
  const replaced = selectReplaced(own, { now, basedOn });
  const baseline = replaced === null ? null : await deps.catalogue.find(policy, replaced.number);
  const programs = new Map<string, PolicyContent>();
  for (const name of [policy, ...others]) {
    const live = name === FLOOR_POLICY ? null : await deps.catalogue.findInForce(activations, name, now);
    if (live !== null) programs.set(name, live.version.content);
  }
  const floor = await deps.catalogue.findInForce(activations, FLOOR_POLICY, now);
  return {
    policy,
    now,
    programs,
    activations: own,
    live: inForce?.version ?? null,
    baseline: baseline?.version ?? null,
    floor: floor?.version.content ?? null,
    shipped: await deps.files.findShipped(policy),
    // Cases are checked by the contract's schema before they are kept.
    replaced:
      baseline === null
        ? null
        : ((await deps.drafts.findByNumber(policy, baseline.version.number)) as GoldenDraft | null),
  };
}

/** Number that the next approved version gets. */
export function nextNumber({ activations }: PolicyScene): number {
  return activations.reduce((most, one) => Math.max(most, one.number), 0) + 1;
}
