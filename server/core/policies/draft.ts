import type { Activation, PolicyContent } from './policy-version.ts';
import { selectActivation } from './select-activation.ts';

/** Where a policy version stands. The last four of an approved one follow from its activation and the time. */
export const VERSION_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'live',
  'retired',
  'rejected',
  'withdrawn',
  'discarded',
] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** What is stored of it: a draft that was approved has a number and an activation, from which the rest is derived. */
const DRAFT_STATES = ['draft', 'submitted', 'approved', 'rejected', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** How a draft came about. */
export const DRAFT_ORIGINS = ['edit', 'import', 'rollback', 'emergency', 'bootstrap'] as const;
export type DraftOrigin = (typeof DRAFT_ORIGINS)[number];

/** A case by its name; what else it holds is the contract's business. */
export interface NamedCase {
  readonly name: string;
}

/** Covers that a case which owners wrote for what is live is not in the draft. */
export const LEFT_OUT = 'left_out';

/**
 * A case whose outcome the draft changes, with the outcome that is expected from now on; null where the case is left
 * out. Instants are epoch ms.
 */
export interface AcceptedCase {
  readonly caseName: string;
  readonly expect: unknown;
  /** Of a case that owners wrote: digest of what it says in the draft, or {@link LEFT_OUT}. Other words need another acceptance. */
  readonly covers?: string;
  /** What imported files expect, until somebody accepts it. */
  readonly proposed?: true;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** That somebody has looked at one flip; its id holds the value, so that another value needs another look. */
export interface Acknowledgement {
  readonly flipId: string;
  readonly by: string;
  readonly at: number;
}

/** What was submitted. `effectiveAt` is epoch ms, null: on approval; `zone` is the IANA zone in which it was chosen. */
export interface Submission {
  readonly effectiveAt: number | null;
  readonly zone: string;
  readonly reason: string;
  readonly digest: string;
  readonly by: string;
  readonly at: number;
}

/** What was approved, by whom, and what it became. */
export interface Approval {
  readonly digest: string;
  readonly by: string;
  readonly at: number;
  readonly number: number;
  readonly effectiveFrom: number;
  readonly note?: string;
}

/** A refusal of exactly what `digest` names. */
export interface Rejection {
  readonly digest: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** Why a draft was put away, or a scheduled version taken back. */
export interface Closing {
  readonly by: string;
  readonly at: number;
  readonly reason?: string;
}

/**
 * A policy version on its way. People are named as in audit events (`user/<id>`, `system/<part>`). `rev` rises with
 * every change, whatever it is; `revision` with every save of what the draft says, and is what editors compare.
 */
export interface PolicyDraft<C extends NamedCase = NamedCase> {
  readonly id: string;
  readonly policy: string;
  /** Counts the drafts of one policy. */
  readonly sequence: number;
  readonly rev: number;
  readonly revision: number;
  readonly state: DraftState;
  readonly origin: DraftOrigin;
  /** Number of the version that it began from, or was brought up to date with; 0 where the policy had none. */
  readonly basedOn: number;
  /** Of a rollback: the version whose content it has. */
  readonly equalTo?: number;
  readonly content: PolicyContent;
  /** Cases that owners wrote. */
  readonly cases: readonly C[];
  readonly accepted: readonly AcceptedCase[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** Everybody who had a hand in it, in the order in which they joined; none of them may approve it. */
  readonly authors: readonly string[];
  readonly createdAt: number;
  readonly savedAt: number;
  readonly savedBy: string;
  readonly changedAt: number;
  readonly changedBy: string;
  readonly submission?: Submission;
  readonly approval?: Approval;
  readonly rejection?: Rejection;
  readonly closing?: Closing;
  /** Files that stand beside the content in an imported folder, kept so that an export loses nothing. */
  readonly beside?: unknown;
}

/** Where an approved version stands at `now` (epoch ms), by the activations of its policy. */
function deriveVersionStatus(
  number: number,
  onApproval: boolean,
  activations: readonly Activation[],
  now: number,
): VersionStatus {
  const own = findOwnActivation(number, activations);
  if (own === null) return 'withdrawn';
  if (selectActivation(activations, now)?.number === number) return 'live';
  if (own.effectiveFrom > now) return onApproval ? 'approved' : 'scheduled';
  return 'retired';
}

/** Where a draft stands at `now` (epoch ms). */
export function deriveStatus(draft: PolicyDraft, activations: readonly Activation[], now: number): VersionStatus {
  if (draft.state !== 'approved' || draft.approval === undefined) return draft.state;
  return deriveVersionStatus(draft.approval.number, draft.submission?.effectiveAt === null, activations, now);
}

/** The activation of a version that was not taken back; null where there is none. */
export function findOwnActivation(number: number, activations: readonly Activation[]): Activation | null {
  const withdrawn = new Set(activations.map((one) => one.withdraws));
  return (
    activations.find((one) => one.number === number && one.withdraws === undefined && !withdrawn.has(one.id)) ?? null
  );
}

/** Activations that were not taken back and lie after `now` (epoch ms), soonest first. */
export function listScheduled(activations: readonly Activation[], now: number): Activation[] {
  const withdrawn = new Set(activations.map((one) => one.withdraws));
  return activations
    .filter((one) => one.withdraws === undefined && !withdrawn.has(one.id) && one.effectiveFrom > now)
    .toSorted((a, b) => a.effectiveFrom - b.effectiveFrom);
}

/** Whether a version was in force at any instant up to `now` (epoch ms). */
export function wasLive(number: number, activations: readonly Activation[], now: number): boolean {
  const own = findOwnActivation(number, activations);
  if (own === null) return false;
  if (selectActivation(activations, now)?.number === number) return true;
  return own.effectiveFrom <= now && selectActivation(activations, own.effectiveFrom)?.number === number;
}
