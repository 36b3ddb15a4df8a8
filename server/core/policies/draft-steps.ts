import { deriveStatus, listScheduled, LEFT_OUT } from './draft.ts';
import type {
  Acknowledgement,
  AcceptedCase,
  Approval,
  Closing,
  NamedCase,
  PolicyDraft,
  Rejection,
  Submission,
} from './draft.ts';
import { findScheduleClash } from './check-schedule.ts';
import type { Activation, PolicyContent } from './policy-version.ts';
import { digestCase } from './submission-digest.ts';

/** Why a step of a version's life is refused. */
const STEP_REFUSALS = [
  'wrong_state',
  'stale',
  'author_approves',
  'digest_moved',
  'gate_closed',
  'reason_missing',
  'too_soon',
  'too_late',
  'never_live',
  'schedule_clash',
] as const;
export type StepRefusal = (typeof STEP_REFUSALS)[number];

/** A step's outcome: the draft after it, or why it is refused. */
export type Step<C extends NamedCase> =
  | { readonly ok: true; readonly draft: PolicyDraft<C> }
  | { readonly ok: false; readonly refusal: StepRefusal; readonly detail: string };

/** Who takes a step, and when (epoch ms). */
export interface Hand {
  readonly by: string;
  readonly at: number;
}

/** Fewest characters of a reason for whatever is refused, undone or revoked. */
export const MIN_REASON_LENGTH = 10;

const refuse = (refusal: StepRefusal, detail: string): { ok: false; refusal: StepRefusal; detail: string } => ({
  ok: false,
  refusal,
  detail,
});

function touch<C extends NamedCase>(draft: PolicyDraft<C>, { by, at }: Hand, change: Partial<PolicyDraft<C>>): Step<C> {
  return { ok: true, draft: { ...draft, ...change, rev: draft.rev + 1, changedBy: by, changedAt: at } };
}

function joinAuthors(authors: readonly string[], by: string): readonly string[] {
  return authors.includes(by) ? authors : [...authors, by];
}

function withoutOutcome<C extends NamedCase>({
  submission: _submission,
  rejection: _rejection,
  ...rest
}: PolicyDraft<C>): PolicyDraft<C> {
  return rest;
}

/** Saves what a draft says. A rejected one becomes a draft again; anything further along must be withdrawn first. */
export function saveDraft<C extends NamedCase>(
  draft: PolicyDraft<C>,
  hand: Hand,
  saved: {
    readonly revision: number;
    readonly content: PolicyContent;
    readonly cases: readonly C[];
    readonly basedOn?: number;
  },
): Step<C> {
  if (draft.state !== 'draft' && draft.state !== 'rejected')
    return refuse('wrong_state', 'Only a draft can be edited. Withdraw it first.');
  if (saved.revision !== draft.revision) return refuse('stale', 'Somebody saved before you.');
  const next = withoutOutcome(draft);
  return touch(next, hand, {
    state: 'draft',
    content: saved.content,
    cases: saved.cases,
    basedOn: saved.basedOn ?? draft.basedOn,
    revision: draft.revision + 1,
    accepted: keepAcceptances(draft.accepted, saved.cases),
    authors: joinAuthors(draft.authors, hand.by),
    savedAt: hand.at,
    savedBy: hand.by,
  });
}

/** An acceptance of a case that owners wrote holds for what that says, or for its being left out, and for nothing else. */
function keepAcceptances(accepted: readonly AcceptedCase[], cases: readonly NamedCase[]): readonly AcceptedCase[] {
  const own = new Map(cases.map((one) => [one.name, one]));
  return accepted.filter(({ caseName, covers }) => {
    const said = own.get(caseName);
    return said === undefined ? covers === undefined || covers === LEFT_OUT : covers === digestCase(said);
  });
}

/** Notes that somebody looked at flips. Looking twice changes nothing; whoever looks has a hand in the change. */
export function acknowledgeFlips<C extends NamedCase>(
  draft: PolicyDraft<C>,
  hand: Hand,
  flipIds: readonly string[],
): Step<C> {
  if (draft.state !== 'draft' && draft.state !== 'rejected')
    return refuse('wrong_state', 'Only the flips of a draft can be acknowledged.');
  const known = new Set(draft.acknowledgements.map((one) => one.flipId));
  const fresh: Acknowledgement[] = [...new Set(flipIds)]
    .filter((id) => !known.has(id))
    .map((flipId) => ({ flipId, ...hand }));
  return touch(draft, hand, {
    acknowledgements: [...draft.acknowledgements, ...fresh],
    authors: joinAuthors(draft.authors, hand.by),
  });
}

/** Accepts that a case comes out differently from now on, or that one of live's is altered or left out. */
export function acceptCase<C extends NamedCase>(
  draft: PolicyDraft<C>,
  hand: Hand,
  change: Pick<AcceptedCase, 'caseName' | 'expect' | 'reason' | 'covers'>,
): Step<C> {
  if (draft.state !== 'draft' && draft.state !== 'rejected')
    return refuse('wrong_state', 'Only the cases of a draft can be accepted.');
  if (change.reason.trim().length < MIN_REASON_LENGTH)
    return refuse('reason_missing', 'Say why the outcome may change.');
  const others = draft.accepted.filter((one) => one.caseName !== change.caseName);
  return touch(draft, hand, {
    accepted: [...others, { ...change, ...hand }],
    authors: joinAuthors(draft.authors, hand.by),
  });
}

/** Hands a draft in for approval. `why` says what keeps the gate shut; `earliestAt` (epoch ms) is the first instant at which it could take effect. */
export function submitDraft<C extends NamedCase>(
  draft: PolicyDraft<C>,
  submission: Submission,
  gate: {
    readonly open: boolean;
    readonly why?: string;
    readonly earliestAt: number;
    readonly activations: readonly Activation[];
  },
): Step<C> {
  if (draft.state !== 'draft' && draft.state !== 'rejected')
    return refuse('wrong_state', 'Only a draft can be submitted.');
  if (submission.reason.trim().length < MIN_REASON_LENGTH)
    return refuse('reason_missing', 'Say why; the approver reads it, and it is kept.');
  if (!gate.open) return refuse('gate_closed', gate.why ?? 'The gate is not open yet.');
  if (submission.effectiveAt !== null && submission.effectiveAt < gate.earliestAt)
    return refuse('too_soon', 'Choose an instant in the future, or take effect on approval.');
  const clash = checkSchedule(draft, gate.activations, submission.at, submission.effectiveAt ?? gate.earliestAt);
  if (clash !== null) return clash;
  const { rejection: _rejection, ...rest } = draft;
  return touch(rest, submission, {
    state: 'submitted',
    submission,
    authors: joinAuthors(draft.authors, submission.by),
  });
}

/** Two versions that do not know of each other may not follow one another: the later would undo the earlier unseen. */
function checkSchedule(
  { basedOn }: PolicyDraft,
  activations: readonly Activation[],
  now: number,
  effectiveFrom: number,
): Extract<Step<NamedCase>, { ok: false }> | null {
  const clash = findScheduleClash(activations, { now, effectiveFrom, basedOn });
  if (clash === null) return null;
  const [number, at] = [clash.number, new Date(clash.effectiveFrom).toISOString()];
  return clash.effectiveFrom > effectiveFrom
    ? refuse('schedule_clash', `Version ${number} goes live at ${at} and would take this back. Withdraw it first.`)
    : refuse(
        'schedule_clash',
        `This would take back version ${number}, which goes live at ${at}. Withdraw that, or start from it.`,
      );
}

/** Takes back what waits for approval: it is a draft again, and what was read of it can no longer be approved. */
export function withdrawSubmission<C extends NamedCase>(draft: PolicyDraft<C>, hand: Hand): Step<C> {
  if (draft.origin === 'emergency')
    return refuse('wrong_state', 'An emergency rollback is taken back by a legal owner, under its policy.');
  if (draft.state !== 'submitted') return refuse('wrong_state', 'Nothing waits for approval here.');
  return touch(withoutOutcome(draft), hand, { state: 'draft' });
}

/** Checks that an approved version can still be taken back at `at`: `leadMs` before its instant at the latest, and after those that were made from it. */
export function checkWithdrawal(
  draft: PolicyDraft,
  activations: readonly Activation[],
  at: number,
  leadMs: number,
): Step<NamedCase> {
  const status = deriveStatus(draft, activations, at);
  if (status !== 'scheduled' && status !== 'approved')
    return refuse('wrong_state', 'Only a version that is not live yet can be withdrawn.');
  if (draft.approval === undefined || draft.approval.effectiveFrom < at + leadMs)
    return refuse('too_late', 'It takes effect within seconds. Roll back instead.');
  const { number } = draft.approval;
  const onTop = listScheduled(activations, at).find((one) => one.number > number);
  if (onTop !== undefined)
    return refuse('wrong_state', `Version ${onTop.number} was made from this one. Withdraw that one first.`);
  return { ok: true, draft };
}

/**
 * Approves exactly what `approval.digest` names. `current` is the digest of what stands now: content, instant and test
 * results, taken afresh. Whoever had a hand in any change may not approve it.
 */
export function approveDraft<C extends NamedCase>(
  draft: PolicyDraft<C>,
  approval: Approval,
  now: {
    readonly digest: string;
    readonly gateOpen: boolean;
    readonly earliestAt: number;
    readonly activations: readonly Activation[];
  },
): Step<C> {
  const refused = judge(draft, approval, now.digest);
  if (refused !== null) return refused;
  if (draft.authors.includes(approval.by))
    return refuse('author_approves', 'You wrote part of this; someone else approves it.');
  if (!now.gateOpen) return refuse('gate_closed', 'Something else went live meanwhile, and the tests no longer pass.');
  if (approval.effectiveFrom < now.earliestAt)
    return refuse('too_soon', 'The instant that was submitted has passed. It must be submitted again.');
  const clash = checkSchedule(draft, now.activations, approval.at, approval.effectiveFrom);
  if (clash !== null) return clash;
  return touch(draft, approval, { state: 'approved', approval });
}

/** Refuses what was submitted, with a reason; it goes back to its authors. */
export function rejectDraft<C extends NamedCase>(draft: PolicyDraft<C>, rejection: Rejection, digest: string): Step<C> {
  const refused = judge(draft, rejection, digest);
  if (refused !== null) return refused;
  if (draft.authors.includes(rejection.by))
    return refuse('author_approves', 'You wrote part of this; withdraw it instead.');
  if (rejection.reason.trim().length < MIN_REASON_LENGTH)
    return refuse('reason_missing', 'Say why; its authors read it.');
  return touch(draft, rejection, { state: 'rejected', rejection });
}

function judge<C extends NamedCase>(
  draft: PolicyDraft<C>,
  judgement: { readonly digest: string },
  digest: string,
): Extract<Step<C>, { ok: false }> | null {
  if (draft.origin === 'emergency')
    return refuse('wrong_state', 'An emergency rollback is confirmed by an admin, not approved.');
  if (draft.state !== 'submitted') return refuse('wrong_state', 'This does not wait for approval.');
  if (judgement.digest !== digest)
    return refuse('digest_moved', 'What you read is not what stands now. Read it again.');
  return null;
}

/** Takes back an emergency rollback that nobody has confirmed: it is not a draft to go on with, and is put away. */
export function discardEmergency<C extends NamedCase>(draft: PolicyDraft<C>, closing: Closing): Step<C> {
  if (draft.origin !== 'emergency' || draft.state !== 'submitted')
    return refuse('wrong_state', 'This is no emergency that waits to be confirmed.');
  return touch(draft, closing, { state: 'discarded', closing });
}

/** Puts a draft away for good; the audit keeps that it was there. */
export function discardDraft<C extends NamedCase>(draft: PolicyDraft<C>, closing: Closing): Step<C> {
  if (draft.state !== 'draft' && draft.state !== 'rejected')
    return refuse('wrong_state', 'Only a draft can be discarded. Withdraw it first.');
  return touch(draft, closing, { state: 'discarded', closing });
}
