import type { WorkingFile } from '../customers/working-file.ts';
import { ACCOUNTS, moveAmount, providerAccount, type EntryDraft } from '../ledger/draft-entry.ts';
import { holdForDisputes, holdUnheld, releaseHold } from '../ledger/hold-credits.ts';
import { voidLot } from '../ledger/void-lot.ts';
import { sumReturnedMinor } from '../payouts/over-refunded.ts';
import type { CoreEventOf } from './domain-event.ts';
import { waitForOrder } from './apply-order-correction.ts';
import { NOTHING_MOVED, rejectEvent, type EventOutcome } from './event-outcome.ts';

/** Records a dispute and sets the order's credits aside until it is closed. */
export function applyDisputeOpened(file: WorkingFile, event: CoreEventOf<'dispute.opened'>): EventOutcome {
  const { disputeId, orderId } = event.data;
  if (file.findOrder(orderId) === undefined) return waitForOrder(event.program, orderId);
  const order = file.editOrder(orderId);
  const known = order.disputes.find((dispute) => dispute.id === disputeId);
  if (known !== undefined) return rejectEvent('ALREADY_EXISTS', `Dispute ${disputeId} was already reported.`);
  order.disputes.push({ id: disputeId, openedAt: event.time });
  holdUnheld(file.editLot(orderId), `dispute/${disputeId}`);
  return NOTHING_MOVED;
}

/** Closes a dispute: won releases its hold, unless another one is open; lost voids what remains of the lot and records the money that the provider took back, which is what of the price nobody returned before. */
export function applyDisputeClosed(file: WorkingFile, event: CoreEventOf<'dispute.closed'>): EventOutcome {
  const { disputeId, orderId, outcome } = event.data;
  if (file.findOrder(orderId) === undefined) return waitForOrder(event.program, orderId);
  const order = file.editOrder(orderId);
  const dispute = order.disputes.find((one) => one.id === disputeId);
  if (dispute === undefined)
    return {
      status: 'waiting',
      waitsFor: [`dispute/${event.program}/${disputeId}`],
      message: `Dispute ${disputeId} has not been seen yet.`,
    };
  if (dispute.outcome !== undefined) return rejectEvent('ALREADY_EXISTS', `Dispute ${disputeId} was already closed.`);
  dispute.closedAt = event.time;
  dispute.outcome = outcome;
  const lot = file.editLot(orderId);
  if (outcome === 'won') {
    releaseHold(lot, `dispute/${disputeId}`);
    holdForDisputes(lot, order.disputes);
    return NOTHING_MOVED;
  }
  const common = {
    program: event.program,
    customerKey: file.key,
    walletId: order.walletId,
    orderId,
    eventKey: event.eventKey,
    occurredAt: event.time,
  };
  const taken = Math.max(0, order.amountMinor - sumReturnedMinor(order));
  if (taken > 0) order.chargedBackMinor = (order.chargedBackMinor ?? 0) + taken;
  const postings = [
    ...voidLot(lot),
    ...(taken > 0 ? moveAmount(order.currency, taken, providerAccount(order.provider), ACCOUNTS.chargebacks) : []),
  ];
  const entries: EntryDraft[] =
    postings.length === 0 ? [] : [{ ...common, key: `event/${event.eventKey}`, kind: 'dispute_lost', postings }];
  return { status: 'applied', entries, arrived: [] };
}
