import { AppError } from '../../contract/error-registry.ts';
import { findOwnActivation } from '../../core/policies/draft.ts';
import type { Activation, PolicyVersion } from '../../core/policies/policy-version.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';

const VERSION_ID = /^([a-z][a-z0-9-]*)\.v([1-9][0-9]{0,8})$/u;

/** Id of a draft: `<policy>.d<sequence>`. */
export function draftId(policy: string, sequence: number): string {
  return `${policy}.d${sequence}`;
}

/** Id of a version that was published without a draft: `<policy>.v<number>`. */
function publishedId(policy: string, number: number): string {
  return `${policy}.v${number}`;
}

/** A draft, or a version by the name of its number, under its own id. Throws POLICY_VERSION_NOT_FOUND. */
export async function getDocument(deps: Pick<DraftDeps, 'drafts' | 'policies'>, id: string): Promise<GoldenDraft> {
  const [, policy, number] = VERSION_ID.exec(id) ?? [];
  const found = policy === undefined ? await deps.drafts.find(id) : await findByNumber(deps, policy, Number(number));
  if (found === null) throw new AppError('POLICY_VERSION_NOT_FOUND', `There is no policy version ${id}.`);
  // Cases are checked by the contract's schema before they are kept. A version's document keeps the id it is stored under.
  return found as GoldenDraft;
}

/** The document of a numbered version: the draft that became it, or one made up for a version that had none. Null where there is no such version. */
export async function findByNumber(
  deps: Pick<DraftDeps, 'drafts' | 'policies'>,
  policy: string,
  number: number,
): Promise<GoldenDraft | null> {
  const draft = await deps.drafts.findByNumber(policy, number);
  if (draft !== null) return draft as GoldenDraft;
  const version = await deps.policies.findVersion(policy, number);
  return version === null ? null : describePublished(version, await deps.policies.loadActivations([policy]));
}

/** A version that was published without a draft, told as one. */
export function describePublished(version: PolicyVersion, activations: readonly Activation[]): GoldenDraft {
  const { policy, number, digest, content } = version;
  const own = findOwnActivation(number, activations) ?? activations.find((one) => one.number === number);
  const [by, at] = ['system/bootstrap', own?.recordedAt ?? 0];
  return {
    id: publishedId(policy, number),
    policy,
    sequence: 0,
    rev: 0,
    revision: 0,
    state: 'approved',
    origin: 'bootstrap',
    basedOn: number - 1,
    content,
    cases: [],
    accepted: [],
    acknowledgements: [],
    authors: [by],
    createdAt: at,
    savedAt: at,
    savedBy: by,
    changedAt: at,
    changedBy: by,
    approval: { digest, by, at, number, effectiveFrom: own?.effectiveFrom ?? at },
  };
}
