import { AppError } from '../../contract/error-registry.ts';
import type { Case } from '../../core/cases/case.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { thingKey, WorkingFile } from '../../core/customers/working-file.ts';
import { nextCaseStatus } from '../../core/cases/next-case-status.ts';
import { postEffect } from '../../core/ledger/post-effect.ts';
import { voidReturned } from '../../core/ledger/void-returned.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { LeasedMessage, Outbox, OutboxMessage } from '../../ports/outbox.ts';
import type { Clock, Ids, Log, WorkQueue } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { StoredDecision, UnitOfWork } from '../../ports/unit-of-work.ts';
import { Batch } from '../adjudication/batch.ts';
import { listOpen } from '../adjudication/record-decision.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
import { announceMessages } from '../outbox/announce-messages.ts';
import { createPayout } from './create-payout.ts';

/** What posting reserved effects needs. */
export interface ApplyOutcomesDeps {
  readonly files: CustomerFiles;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Pick<Outbox, 'findOpen'>;
  readonly reads: Pick<Reads, 'findDecisions'>;
  readonly queue: WorkQueue;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Told after commit which things hold more credits now, so that waiting events can go on. */
  readonly onArrived: (things: readonly string[]) => Promise<void>;
}

const BATCH_TRIES = 2;
const LONE_TRIES = 10;

/**
 * Posts what decisions reserved: ledger entries, payouts to send, cases settled. `ids` are outbox ids of the topic `outcome`; a message
 * that is done already is passed over, so that a job may come twice. Throws CONFLICT or STORE_UNAVAILABLE for the queue to retry.
 */
export async function applyOutcomes(deps: ApplyOutcomesDeps, ids: readonly string[]): Promise<void> {
  const open = await deps.outbox.findOpen(ids);
  if (open.length > 0) await settleOutcomes(deps, open, 0);
}

async function settleOutcomes(deps: ApplyOutcomesDeps, messages: readonly LeasedMessage[], tries: number): Promise<void> {
  const decisions = await deps.reads.findDecisions(messages.map((message) => message.ref));
  const batch = await readOutcomes(deps, decisions);
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const arrived: string[] = [];
  for (const message of messages) {
    const decision = byId.get(message.ref);
    if (decision === undefined) throw new Error(`Outbox message ${message.id} names decision ${message.ref}, which does not exist`);
    arrived.push(...postDecision(batch, decision));
    batch.unit.outboxDone.push(message.id);
  }
  const unit = batch.assemble();
  if (unit === null) return;
  const outcome = await deps.unitOfWork.commit(unit);
  if (outcome === 'committed') return finish(deps, unit.outbox, arrived);
  if (messages.length > 1 && (outcome === 'duplicate' || tries >= BATCH_TRIES)) {
    const middle = Math.ceil(messages.length / 2);
    await settleOutcomes(deps, messages.slice(0, middle), 0);
    return settleOutcomes(deps, messages.slice(middle), 0);
  }
  if (tries + 1 >= LONE_TRIES) throw new AppError('CONFLICT', `Outcome ${messages.map((message) => message.id).join(', ')} kept meeting other changes.`);
  await pauseWithJitter(tries);
  const still = await deps.outbox.findOpen(messages.map((message) => message.id));
  if (still.length > 0) await settleOutcomes(deps, still, tries + 1);
}

async function readOutcomes(deps: ApplyOutcomesDeps, decisions: readonly StoredDecision[]): Promise<Batch> {
  const keys = [...new Set(decisions.map((decision) => decision.customerKey))];
  const generations = decisions.flatMap(({ program, decision }) => decision.effects.flatMap((effect) => ('generationId' in effect ? [thingKey(program, effect.generationId)] : [])));
  const loaded = await deps.files.load(keys, generations);
  const files = new Map<CustomerKey, WorkingFile>([...loaded].map(([key, file]) => [key, new WorkingFile(file, false)]));
  const cases = await deps.files.loadCases([...new Set(decisions.map((decision) => decision.caseId))]);
  for (const kase of cases.values()) files.get(kase.customerKey)?.cases.set(kase.id, kase);
  return new Batch({ at: deps.clock.now(), files, receipts: new Map(), answers: new Map(), incidents: [], activations: { byPolicy: new Map() } }, deps.ids);
}

/** Posts the reserved effects of one decision; answers the wallets that hold more credits now. */
function postDecision(batch: Batch, stored: StoredDecision): string[] {
  const file = batch.input.files.get(stored.customerKey);
  if (file === undefined) throw new Error(`Decision ${stored.id} is about ${stored.customerKey}, who does not exist`);
  const kase = file.editCase(stored.caseId);
  const arrived: string[] = [];
  stored.decision.effects.forEach((effect, index) => {
    const state = kase.effects.find((one) => one.key === effect.key);
    if (state?.state !== 'reserved') return;
    const context = { decisionId: stored.id, caseId: stored.caseId, index, decidedAt: stored.decidedAt };
    const entries = [postEffect(file, effect, context), effect.kind === 'credit_restore' ? voidReturned(file, effect, context) : null];
    batch.record(entries.filter((entry) => entry !== null));
    if (effect.kind === 'cash_refund') createPayout(batch, file, effect, stored);
    if (effect.kind === 'credit_restore' || effect.kind === 'courtesy_credit') arrived.push(`wallet/${thingKey(stored.program, effect.walletId)}`);
    state.state = 'posted';
  });
  settleCase(batch, file, kase, stored);
  return arrived;
}

/** A case whose payout is still on its way stays settling; one that waits for a person stays where it is. */
function settleCase(batch: Batch, file: WorkingFile, kase: Case, { decision, id }: StoredDecision): void {
  if (kase.decisionId !== id || kase.status !== 'settling') return;
  const awaitsMoney = decision.effects.some((effect) => effect.kind === 'cash_refund');
  if (awaitsMoney || nextCaseStatus(decision.disposition, kase.effects) !== 'closed') return;
  kase.status = 'closed';
  kase.closure = 'decided';
  kase.updatedAt = batch.at;
  listOpen(file, kase);
}

async function finish(deps: ApplyOutcomesDeps, payouts: readonly OutboxMessage[], arrived: readonly string[]): Promise<void> {
  const failed = await announceMessages(deps.queue, payouts);
  if (failed.length > 0) deps.log.warn({ messages: failed.length }, 'The queue is away; payouts wait in the outbox.');
  if (arrived.length > 0) await deps.onArrived(arrived);
}
