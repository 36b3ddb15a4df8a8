import { AppError } from '../../contract/error-registry.ts';
import type { DraftOrigin } from '../../core/policies/draft.ts';
import type { Hand } from '../../core/policies/draft-steps.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { GoldenDraft } from './draft-deps.ts';
import { draftId } from './find-document.ts';
import type { PolicyScene } from './policy-scene.ts';

/** What a new draft begins with. */
export interface Beginning {
  readonly policy: string;
  readonly sequence: number;
  readonly hand: Hand;
  readonly origin: DraftOrigin;
  readonly basedOn: number;
  readonly content: PolicyContent;
  /** The version whose content and cases it takes over; null where there is none. */
  readonly source: GoldenDraft | null;
}

/**
 * A draft as it begins. Whoever had a hand in a version that is not what decides now has one in the draft that
 * takes it over: else somebody could approve their own change by having it brought back.
 */
export function buildDraft(
  { policy, sequence, hand, origin, basedOn, content, source }: Beginning,
  scene: Pick<PolicyScene, 'live'>,
): GoldenDraft {
  const inherited =
    source === null || (scene.live !== null && source.approval?.number === scene.live.number)
      ? []
      : source.authors.filter((one) => one.startsWith('user/'));
  return {
    id: draftId(policy, sequence),
    policy,
    sequence,
    rev: 1,
    revision: 1,
    state: 'draft',
    origin,
    basedOn,
    content,
    cases: source?.cases ?? [],
    accepted: (source?.accepted ?? []).filter((one) => one.proposed !== true),
    acknowledgements: [],
    authors: [...new Set([hand.by, ...inherited])],
    createdAt: hand.at,
    savedAt: hand.at,
    savedBy: hand.by,
    changedAt: hand.at,
    changedBy: hand.by,
    ...(source?.beside === undefined ? {} : { beside: source.beside }),
  };
}

/** The document of a version, or POLICY_VERSION_NOT_FOUND. */
export function demandSource(source: GoldenDraft | null, policy: string, number: number): GoldenDraft {
  if (source === null) throw new AppError('POLICY_VERSION_NOT_FOUND', `There is no version ${number} of ${policy}.`);
  return source;
}
