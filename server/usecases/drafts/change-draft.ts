import { AppError } from '../../contract/error-registry.ts';
import type { ErrorCode } from '../../contract/error-registry.ts';
import { nameActor } from '../../core/access/request-actor.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import type { Hand, Step, StepRefusal } from '../../core/policies/draft-steps.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { IdempotencyRecord } from '../../ports/unit-of-work.ts';
import type { DraftChange } from '../../ports/drafts.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { getDocument } from './find-document.ts';

const ATTEMPTS = 5;

/** The code of the registry that each refusal is answered with. */
export const REFUSAL_CODES: Readonly<Record<StepRefusal, ErrorCode>> = {
  wrong_state: 'WRONG_STATE',
  stale: 'STALE_SAVE',
  author_approves: 'FOUR_EYES',
  digest_moved: 'STALE_APPROVAL',
  gate_closed: 'GATE_CLOSED',
  reason_missing: 'INVALID_REQUEST',
  too_soon: 'BAD_INSTANT',
  too_late: 'BAD_INSTANT',
  never_live: 'NEVER_LIVE',
  schedule_clash: 'BAD_INSTANT',
};

/** What an audit event says beside who and when. */
export type Note = Pick<AuditEvent, 'reason' | 'detail' | 'before' | 'after'>;

/** What a step does to a draft, with everything that commits beside it. */
export interface PlannedChange {
  readonly step: Step<GoldenCase>;
  readonly action: string;
  readonly note?: Note;
  /** Versions that are taken back with it, as they are closed, and what is noted of each. */
  readonly closed?: readonly { readonly draft: GoldenDraft; readonly note: Note }[];
  /** Versions that it counts on: it commits only while nothing becomes of them. */
  readonly countsOn?: readonly GoldenDraft[];
  readonly commit?: (draft: GoldenDraft) => Pick<DraftChange, 'revision' | 'publish' | 'withdrawals'>;
}

/** An audit event about a draft. */
function auditDraft(
  deps: Pick<DraftDeps, 'ids'>,
  actor: RequestActor,
  what: {
    readonly action: string;
    readonly draft: Pick<GoldenDraft, 'id' | 'policy' | 'changedAt'>;
    readonly note?: Note | undefined;
  },
): AuditEvent {
  const { action, draft, note } = what;
  return {
    id: deps.ids.next(),
    action: `policy_version.${action}`,
    program: draft.policy,
    actor: nameActor(actor),
    at: draft.changedAt,
    subject: { type: 'policy_version', id: draft.id },
    ...(actor.requestId === undefined ? {} : { requestId: actor.requestId }),
    ...(actor.ip === undefined ? {} : { ip: actor.ip }),
    ...note,
  };
}

/** Notes with a change which draft it made or changed: all that a repeat of its request has to know. */
function markDone({ doneMark }: RequestActor, { id, changedAt }: GoldenDraft): { readonly done?: IdempotencyRecord } {
  return doneMark === undefined ? {} : { done: { ...doneMark, status: 102, response: id, createdAt: changedAt } };
}

/** Whether an earlier try of the same request has had its effect: a slow one, which its repeat did not wait for. */
async function isDone({ reads }: Pick<DraftDeps, 'reads'>, { doneMark }: RequestActor): Promise<boolean> {
  if (doneMark === undefined) return false;
  const { scope, key, bodyDigest } = doneMark;
  return (await reads.findIdempotency(scope, [key])).get(key)?.bodyDigest === bodyDigest;
}

/** Notes that a step was refused, and throws why. A repeat of what has been done is answered with that: nothing was refused. */
async function refuseStep(
  deps: DraftDeps,
  actor: RequestActor,
  draft: GoldenDraft,
  refused: { readonly action: string; readonly refusal: StepRefusal; readonly detail: string },
): Promise<never> {
  const { action, refusal, detail } = refused;
  if (await isDone(deps, actor)) throw new AppError(REFUSAL_CODES[refusal], detail);
  const about = { id: draft.id, policy: draft.policy, changedAt: deps.clock.now() };
  await deps.trail.append(
    auditDraft(deps, actor, {
      action: 'refused',
      draft: about,
      note: { detail: { step: action, refusal, state: draft.state } },
    }),
  );
  throw new AppError(REFUSAL_CODES[refusal], detail);
}

/**
 * Takes one step of a draft's life: reads it, plans, and commits only if nobody moved it meanwhile; else plans again on
 * what stands then. Throws POLICY_VERSION_NOT_FOUND, and what the step is refused with, which is audited.
 */
export async function changeDraft(
  deps: DraftDeps,
  actor: RequestActor,
  id: string,
  plan: (draft: GoldenDraft, hand: Hand) => Promise<PlannedChange>,
): Promise<GoldenDraft> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const draft = await getDocument(deps, id);
    if (draft.sequence === 0)
      throw new AppError('WRONG_STATE', 'This version was published without a draft and cannot be changed.');
    const {
      step,
      action,
      note,
      closed = [],
      countsOn = [],
      commit,
    } = await plan(draft, { by: nameActor(actor), at: deps.clock.now() });
    if (!step.ok) return refuseStep(deps, actor, draft, { action, refusal: step.refusal, detail: step.detail });
    const next = step.draft;
    const parts = commit?.(next) ?? {};
    const outcome = await deps.drafts.commit({
      draft: next,
      fromRev: draft.rev,
      audits: [
        auditDraft(deps, actor, { action, draft: next, note }),
        ...closed.map((one) => auditDraft(deps, actor, { action: 'withdrawn', ...one })),
      ],
      // What was published without a draft has none.
      others: [...closed.map((one) => one.draft), ...countsOn.map((one) => ({ ...one, rev: one.rev + 1 }))].filter(
        (one) => one.sequence > 0,
      ),
      ...markDone(actor, next),
      ...parts,
    });
    if (outcome === 'committed') {
      reportLate(deps, parts.publish);
      return next;
    }
  }
  throw new AppError('CONFLICT', 'Others work on the same version. Look at it, then try again.', {
    retryAfterSeconds: 1,
  });
}

/** A version that committed after its instant stands, and that instant cannot be moved: decisions since name the one before. */
function reportLate({ clock, log }: Pick<DraftDeps, 'clock' | 'log'>, publish: DraftChange['publish']): void {
  if (publish === undefined) return;
  const { policy, number, effectiveFrom } = publish.activation;
  const lateMs = clock.now() - effectiveFrom;
  if (lateMs >= 0) log.error({ policy, number, effectiveFrom, lateMs }, 'A version was committed after its instant.');
}

/** Creates a draft under the next free sequence of its policy. `build` is given its id, sequence and instant. */
export async function createDraftDocument(
  deps: DraftDeps,
  actor: RequestActor,
  policy: string,
  plan: (place: {
    readonly sequence: number;
    readonly hand: Hand;
  }) => Promise<{ readonly draft: GoldenDraft; readonly action: string; readonly note?: Note }>,
): Promise<GoldenDraft> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const sequence = (await deps.drafts.findLastSequence(policy)) + 1;
    const { draft, action, note } = await plan({ sequence, hand: { by: nameActor(actor), at: deps.clock.now() } });
    const revision = {
      draftId: draft.id,
      revision: draft.revision,
      content: draft.content,
      cases: draft.cases,
      savedBy: draft.savedBy,
      savedAt: draft.savedAt,
    };
    const outcome = await deps.drafts.commit({
      draft,
      fromRev: null,
      revision,
      ...markDone(actor, draft),
      audits: [auditDraft(deps, actor, { action, draft, note })],
    });
    if (outcome === 'committed') return draft;
  }
  throw new AppError('CONFLICT', 'Others start drafts of the same policy. Try again.', { retryAfterSeconds: 1 });
}
