import type { DraftChange, DraftOutcome, DraftRevision, Drafts, DraftSummary } from '../ports/drafts.ts';
import type { Database } from './database.ts';
import { fromDraftRow, revisionId, toDraftRow, toRevisionRow } from './rows/draft-row.ts';
import { sealActivation, sealAuditEvent, sealVersion } from './rows/sealed-row.ts';
import { isConflict } from './store-error.ts';
import { journalOf, toIdempotencyRow } from './units/plan-unit.ts';
import { COMMIT_AGAIN_MS, GuardLost, transact } from './units/transact.ts';
import { insertStep, writeStep } from './units/write-step.ts';
import type { WriteStep } from './units/write-step.ts';

const ATTEMPTS = 5;
const PAUSE_MS = 20;
const TEXTS = { summary: 1, body: 1 } as const;

/**
 * Drafts of policy versions in MongoDB; each change in one transaction with what it publishes and its audit events.
 * `now` is the primary's clock, epoch ms.
 */
export function createDrafts(database: Database, now: () => number): Drafts {
  const drafts = database.collection('policyDrafts');
  return {
    async find(id) {
      const row = await drafts.findOne({ _id: id }, { projection: TEXTS });
      return row === null ? null : fromDraftRow(row);
    },
    async findByNumber(policy, number) {
      const row = await drafts.findOne({ policy, number }, { projection: TEXTS });
      return row === null ? null : fromDraftRow(row);
    },
    async findRevision(draftId, revision) {
      const row = await database.collection('policyDraftRevisions').findOne({ _id: revisionId(draftId, revision) });
      return row === null ? null : (JSON.parse(row.body) as DraftRevision);
    },
    async list({ policies, states }) {
      const filter = {
        ...(policies === undefined ? {} : { policy: { $in: [...policies] } }),
        ...(states === undefined ? {} : { state: { $in: [...states] } }),
      };
      const rows = await drafts
        .find(filter, { projection: { summary: 1 } })
        .sort({ changedAt: -1, _id: -1 })
        .toArray();
      return rows.map((row) => JSON.parse(row.summary) as DraftSummary);
    },
    async findLastSequence(policy) {
      const [last] = await drafts
        .find({ policy }, { projection: { sequence: 1 } })
        .sort({ sequence: -1 })
        .limit(1)
        .toArray();
      return last?.sequence ?? 0;
    },
    commit: (change) => commitChange(database, change, now),
  };
}

/** How long before its instant a publication's last commit is asked for, ms: the driver may look for a primary for 3 s. */
const LAST_COMMIT_MS = 4_000;

/**
 * How long an unknown commit of a publication may be asked for again, ms: one that lands after its instant leaves
 * decisions that named the version before. `now` is epoch ms; undefined where nothing is published.
 */
export function computeCommitAgainMs(publish: DraftChange['publish'], now: number): number | undefined {
  if (publish === undefined) return undefined;
  return Math.min(COMMIT_AGAIN_MS, Math.max(0, publish.activation.effectiveFrom - LAST_COMMIT_MS - now));
}

/** A lost guard is final: it was decided on a draft that is no more. A conflict with another transaction is not. */
async function commitChange(database: Database, change: DraftChange, now: () => number): Promise<DraftOutcome> {
  const { journalId, steps } = planChange(database, change);
  for (let attempt = 1; ; attempt += 1) {
    let moved = false;
    const outcome = await transact(
      database,
      journalId,
      async (session) => {
        try {
          for (const step of steps) await step?.(session);
        } catch (error) {
          moved = error instanceof GuardLost && !isConflict(error);
          throw error;
        }
      },
      computeCommitAgainMs(change.publish, now()),
    );
    if (outcome === 'committed') return 'committed';
    if (outcome === 'duplicate') return 'taken';
    if (moved || attempt === ATTEMPTS) return 'moved';
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
  }
}

function planChange(
  database: Database,
  change: DraftChange,
): { readonly journalId: string | null; readonly steps: readonly (WriteStep | null)[] } {
  const { publish, withdrawals = [], others = [], done, audits, revision, draft } = change;
  const versions = publish === undefined ? [] : [sealVersion(publish.version, publish.activation.recordedAt)];
  const activations = [publish?.activation, ...withdrawals.map((one) => one.activation)]
    .filter((one) => one !== undefined)
    .map(sealActivation);
  const events = audits.map(sealAuditEvent);
  const journal = journalOf(draft.changedAt, [...versions, ...activations, ...events]);
  return {
    journalId: journal?._id ?? null,
    steps: [
      writeDraft(database, change),
      writeStep(
        database,
        'policyDrafts',
        others.map((one) => {
          const row = toDraftRow(one);
          return { filter: { _id: row._id, rev: one.rev - 1 }, replace: row };
        }),
      ),
      insertStep(database, 'idempotency', done === undefined ? [] : [toIdempotencyRow(done)]),
      insertStep(database, 'policyDraftRevisions', revision === undefined ? [] : [toRevisionRow(revision)]),
      insertStep(database, 'policyVersions', versions),
      insertStep(database, 'activations', activations),
      insertStep(database, 'auditEvents', events),
      insertStep(database, 'journals', journal === null ? [] : [journal]),
    ],
  };
}

/** The draft's own row first: it is the guard. An instant that came too near by the primary's own clock is a lost guard. */
function writeDraft(database: Database, { draft, fromRev, publish, withdrawals = [] }: DraftChange): WriteStep | null {
  const row = toDraftRow(draft);
  if (fromRev === null) return insertStep(database, 'policyDrafts', [row]);
  const latest = [
    ...(publish === undefined ? [] : [publish.activation.effectiveFrom - publish.leadMs]),
    ...withdrawals.map((one) => one.effectiveFrom - one.leadMs),
  ];
  const inTime = latest.length === 0 ? {} : { $expr: { $lte: [{ $toLong: '$$NOW' }, Math.min(...latest)] } };
  return async (session) => {
    const result = await database
      .collection('policyDrafts')
      .replaceOne({ _id: row._id, rev: fromRev, ...inTime }, row, { session });
    if (result.matchedCount !== 1) throw new GuardLost('the draft had moved on');
  };
}
