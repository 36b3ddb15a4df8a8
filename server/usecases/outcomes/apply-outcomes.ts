import { AppError } from '../../contract/error-registry.ts';
import type { Case } from '../../core/cases/case.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { thingKey, WorkingFile } from '../../core/customers/working-file.ts';
import { nextCaseStatus } from '../../core/cases/next-case-status.ts';
import { postEffect } from '../../core/ledger/post-effect.ts';
import { voidReturned } from '../../core/ledger/void-returned.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { LeasedMessage, Outbox, OutboxMessage, PromisedEffects } from '../../ports/outbox.ts';
import type { Clock, Ids, Log, WorkQueue } from '../../ports/platform.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Batch, isTooLarge } from '../adjudication/batch.ts';
import { isOutdated } from '../adjudication/is-outdated.ts';
import { listOpen } from '../adjudication/record-decision.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
import { announceMessages } from '../outbox/announce-messages.ts';
import { createPayout } from './create-payout.ts';

/** What posting reserved effects needs. */
export interface ApplyOutcomesDeps {
  readonly files: CustomerFiles;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Pick<Outbox, 'findOpen'>;
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

/** Tries a batch twice more after a conflict, then halves it; what may never go through as a whole is halved at once. A lone outcome is tried ten times. */
async function settleOutcomes(
  deps: ApplyOutcomesDeps,
  messages: readonly LeasedMessage[],
  tries: number,
): Promise<void> {
  const end = await tryOutcomes(deps, messages);
  if (end === 'done') return;
  if (messages.length > 1 && (end !== 'conflict' || tries >= BATCH_TRIES)) {
    const middle = Math.ceil(messages.length / 2);
    await settleOutcomes(deps, messages.slice(0, middle), 0);
    return settleOutcomes(deps, messages.slice(middle), 0);
  }
  if (tries + 1 >= LONE_TRIES)
    throw new AppError(
      'CONFLICT',
      `Outcome ${messages.map((message) => message.id).join(', ')} kept meeting other changes.`,
    );
  await pauseWithJitter(tries);
  const still = await deps.outbox.findOpen(messages.map((message) => message.id));
  if (still.length > 0) await settleOutcomes(deps, still, tries + 1);
}

/** One try: reads, posts in memory, commits, and tells who has to know. */
async function tryOutcomes(
  deps: ApplyOutcomesDeps,
  messages: readonly LeasedMessage[],
): Promise<'done' | 'conflict' | 'duplicate' | 'too_large'> {
  const outcomes = messages.map(readOutcome);
  const batch = await readFiles(deps, outcomes);
  const arrived = await postAll(deps, batch, outcomes);
  if (arrived === null) return 'conflict';
  batch.unit.outboxDone.push(...messages.map((message) => message.id));
  const unit = batch.assemble();
  if (unit === null) return 'done';
  if (messages.length > 1 && isTooLarge(unit)) return 'too_large';
  const outcome = await deps.unitOfWork.commit(unit);
  if (outcome !== 'committed') return outcome;
  await finish(deps, unit.outbox, arrived);
  return 'done';
}

/** Posts everything in memory and answers what arrived; null where that failed because a customer's parts were read while they changed. */
async function postAll(deps: ApplyOutcomesDeps, batch: Batch, outcomes: readonly Outcome[]): Promise<string[] | null> {
  try {
    return outcomes.flatMap((outcome) => postOutcome(batch, outcome));
  } catch (error) {
    const keys = [...new Set(outcomes.map((outcome) => outcome.customerKey))];
    if (await isOutdated(deps.files, keys, batch)) return null;
    throw error;
  }
}

/** What a decision promised, with its name. */
type Outcome = PromisedEffects & Pick<LeasedMessage, 'program' | 'customerKey'> & { readonly decisionId: string };

function readOutcome({ id, ref, program, customerKey, promised }: LeasedMessage): Outcome {
  if (promised === undefined) throw new Error(`Outbox message ${id} promises nothing`);
  return { ...promised, program, customerKey, decisionId: ref };
}

async function readFiles(deps: ApplyOutcomesDeps, outcomes: readonly Outcome[]): Promise<Batch> {
  const keys = [...new Set(outcomes.map((outcome) => outcome.customerKey))];
  const loaded = await deps.files.load(keys, [], ['lots', 'orders']);
  const files = new Map<CustomerKey, WorkingFile>(
    [...loaded].map(([key, file]) => [key, new WorkingFile(file, false)]),
  );
  const cases = await deps.files.loadCases([...new Set(outcomes.map((outcome) => outcome.caseId))]);
  for (const kase of cases.values()) files.get(kase.customerKey)?.cases.set(kase.id, kase);
  return new Batch(
    {
      at: deps.clock.now(),
      files,
      receipts: new Map(),
      answers: new Map(),
      incidents: [],
      activations: { byPolicy: new Map() },
    },
    deps.ids,
  );
}

/** Posts the reserved effects of one decision; answers the wallets that hold more credits now. */
function postOutcome(batch: Batch, outcome: Outcome): string[] {
  const { program, decisionId, caseId, decidedAt } = outcome;
  const file = batch.input.files.get(outcome.customerKey);
  if (file === undefined) throw new Error(`Decision ${decisionId} is about ${outcome.customerKey}, who does not exist`);
  const kase = file.editCase(caseId);
  const arrived: string[] = [];
  outcome.effects.forEach((effect, index) => {
    const state = kase.effects.find((one) => one.key === effect.key);
    if (state?.state !== 'reserved') return;
    const context = { decisionId, caseId, index, decidedAt };
    const entries = [
      postEffect(file, effect, context),
      effect.kind === 'credit_restore' ? voidReturned(file, effect, context) : null,
    ];
    batch.record(entries.filter((entry) => entry !== null));
    if (effect.kind === 'cash_refund') createPayout(batch, file, effect, { program, caseId, decisionId });
    if (effect.kind === 'credit_restore' || effect.kind === 'courtesy_credit')
      arrived.push(`wallet/${thingKey(program, effect.walletId)}`);
    state.state = 'posted';
  });
  settleCase(batch, file, kase, outcome);
  return arrived;
}

/** A case whose payout is still on its way stays settling; one that waits for a person stays where it is. */
function settleCase(batch: Batch, file: WorkingFile, kase: Case, { disposition, effects, decisionId }: Outcome): void {
  if (kase.decisionId !== decisionId || kase.status !== 'settling') return;
  const awaitsMoney = effects.some((effect) => effect.kind === 'cash_refund');
  if (awaitsMoney || nextCaseStatus(disposition, kase.effects) !== 'closed') return;
  kase.status = 'closed';
  kase.closure = 'decided';
  kase.updatedAt = batch.at;
  listOpen(file, kase);
}

async function finish(
  deps: ApplyOutcomesDeps,
  payouts: readonly OutboxMessage[],
  arrived: readonly string[],
): Promise<void> {
  const failed = await announceMessages(deps.queue, payouts);
  if (failed.length > 0) deps.log.warn({ messages: failed.length }, 'The queue is away; payouts wait in the outbox.');
  if (arrived.length > 0) await deps.onArrived(arrived);
}
