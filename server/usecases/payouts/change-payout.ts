import { AppError } from '../../contract/error-registry.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import { WorkingFile } from '../../core/customers/working-file.ts';
import { nameThing } from '../../core/events/domain-event.ts';
import { checkBalanced, type EntryDraft } from '../../core/ledger/draft-entry.ts';
import { countSpendable } from '../../core/ledger/hold-credits.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { Unit } from '../../ports/unit-of-work.ts';
import { createUnit } from '../adjudication/batch.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
import type { PayoutDeps, PayoutRef } from './payout-deps.ts';

const TRIES = 10;

/** A payout with its customer's file and its case, read after the customer's revision. `at` is epoch ms. */
export interface PayoutWork {
  readonly file: WorkingFile;
  readonly payout: Payout;
  readonly at: number;
}

/** What a change wrote into the work, to be committed with it. */
export interface PayoutChange {
  readonly entries?: readonly EntryDraft[];
  /** Dotted verb of the audit event, and what happened in codes and numbers. */
  readonly action: string;
  readonly actor: string;
  readonly detail?: AuditEvent['detail'];
  /** The provider's own words, for `personal`. */
  readonly answer?: unknown;
}

/**
 * Changes a payout and everything that hangs on it in one transaction under the customer's guard. `change` works on what
 * was read and is asked again, with what was read again, when somebody else was first; null: nothing is to be changed.
 * An outbox message that is named and still open is finished in the same transaction.
 * Where it frees credits of its lot, who waits for credits is told; that failing changes nothing of what was committed.
 * Answers the payout as it stands. Throws CONFLICT after ten tries, STORE_UNAVAILABLE, PAYOUT_NOT_FOUND.
 */
export async function changePayout(
  deps: PayoutDeps,
  ref: PayoutRef,
  change: (work: PayoutWork) => PayoutChange | null,
  messageId?: string,
): Promise<Payout> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const work = await readWork(deps, ref);
    const freeBefore = countFree(work);
    const changed = change(work);
    const open = messageId === undefined ? [] : await deps.outbox.findOpen([messageId]);
    if (changed === null && open.length === 0) return work.payout;
    const unit = createUnit(work.at);
    unit.outboxDone.push(...open.map((message) => message.id));
    if (changed !== null) fillUnit(deps, unit, work, changed);
    const outcome = await deps.unitOfWork.commit(unit);
    if (outcome === 'committed') {
      if (countFree(work) > freeBefore) await wakeOthers(deps, listWallets(work));
      return work.payout;
    }
    if (outcome === 'duplicate') throw new Error(`Payout ${ref.id}: what would be posted was posted before`);
    await pauseWithJitter(tries);
  }
  throw new AppError('CONFLICT', 'Too much is happening to this customer at once.', { retryAfterSeconds: 1 });
}

/** The change is booked by now, and whoever asked for it must not take it for failed: the sweep finds who was not woken. */
async function wakeOthers({ onArrived, log }: PayoutDeps, wallets: readonly string[]): Promise<void> {
  try {
    await onArrived(wallets);
  } catch (error) {
    log.warn({ err: error, wallets }, 'Events that wait for credits could not be woken; the sweep tries them again.');
  }
}

/** Credits of the refund's lot that can be spent. */
function countFree({ file, payout }: PayoutWork): number {
  const lot = file.findLot(payout.lotId);
  return lot === undefined ? 0 : countSpendable(lot);
}

function listWallets({ file, payout }: PayoutWork): string[] {
  const lot = file.findLot(payout.lotId);
  return lot === undefined ? [] : [nameThing('wallet', payout.program, lot.walletId)];
}

/** The customer's file, hence the revision, comes first: whatever changes after it makes the commit miss. */
export async function readWork(
  deps: Pick<PayoutDeps, 'files' | 'payouts' | 'clock'>,
  ref: PayoutRef,
): Promise<PayoutWork> {
  const loaded = (await deps.files.load([ref.customerKey], [])).get(ref.customerKey);
  const payout = await deps.payouts.find(ref.id);
  if (payout === null) throw new AppError('PAYOUT_NOT_FOUND', `There is no payout ${ref.id}.`);
  const kase = (await deps.files.loadCases([payout.caseId])).get(payout.caseId);
  if (loaded === undefined || kase === undefined) throw new Error(`Payout ${ref.id} has no customer or no case`);
  const file = new WorkingFile(loaded, false);
  file.cases.set(kase.id, kase);
  return { file, payout, at: deps.clock.now() };
}

function fillUnit(
  deps: Pick<PayoutDeps, 'ids'>,
  unit: Unit,
  { file, payout, at }: PayoutWork,
  change: PayoutChange,
): void {
  for (const draft of change.entries ?? []) {
    if (checkBalanced(draft.postings).size > 0) throw new Error(`Entry ${draft.key} does not balance`);
    unit.entries.push({ ...draft, id: deps.ids.next(), recordedAt: at });
  }
  unit.guards.push({ customer: file.customer, isNew: false });
  unit.lots.push(...file.listTouched('lot'));
  unit.orders.push(...file.listTouched('order'));
  unit.cases.push(...file.listTouched('case'));
  unit.payouts.push({ doc: payout, isNew: false });
  unit.auditEvents.push({
    id: deps.ids.next(),
    action: change.action,
    program: payout.program,
    actor: change.actor,
    at,
    subject: { type: 'payout', id: payout.id },
    ...(change.detail === undefined ? {} : { detail: change.detail }),
  });
  if (change.answer !== undefined) {
    unit.personal.push({
      id: deps.ids.next(),
      owner: payout.customerKey,
      kind: 'provider_answer',
      content: change.answer,
      at,
    });
  }
}
