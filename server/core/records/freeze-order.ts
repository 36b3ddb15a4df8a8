import type { DisputeState, Order } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import type { RecordedClaim, RecordedOrder } from './case-record.ts';
import { freezeLot } from './freeze-lot.ts';
import { mayLackClaim } from './may-lack-claim.ts';

/** An order's money, lot, dispute and predecessor as a record keeps them; `claim` is the one that is being decided. */
export function freezeOrder(
  file: WorkingFile,
  order: Readonly<Order>,
  claim: Pick<RecordedClaim, 'automatic' | 'sentAt'>,
): RecordedOrder {
  const lot = file.findLot(order.orderId);
  if (lot === undefined) throw new Error(`Order ${order.orderId} has no lot`);
  const dispute = selectDispute(order);
  const contacted = dispute.openedAt === undefined ? false : wasContactedBefore(file, order, dispute.openedAt, claim);
  const previous = findPreviousSame(file, order);
  return {
    id: order.orderId,
    sku: order.sku,
    provider: order.provider,
    ...(order.method === undefined ? {} : { method: order.method }),
    currency: order.currency,
    amountMinor: order.amountMinor,
    paidAt: order.paidAt,
    refundedMinor: order.refundedMinor,
    refundingMinor: order.refundingMinor,
    refundedExternallyMinor: order.refundedExternallyMinor,
    ...(order.chargedBackMinor === undefined ? {} : { chargedBackMinor: order.chargedBackMinor }),
    cashSettled: order.cashSettled,
    refundsReversed: order.refundsReversed,
    ...(order.refundsSettled === undefined ? {} : { refundsSettled: order.refundsSettled }),
    creditsBought: order.credits,
    lot: freezeLot(lot),
    ...(order.duplicateOfOrderId === undefined ? {} : { duplicateOfOrderId: order.duplicateOfOrderId }),
    dispute: dispute.state,
    ...(dispute.openedAt === undefined ? {} : { disputeOpenedAt: dispute.openedAt }),
    ...(contacted === undefined ? {} : { contactedBeforeDispute: contacted }),
    withdrawalWaived: order.withdrawalWaivedAt !== undefined && order.withdrawalWaivedAt <= order.paidAt,
    ...(previous === undefined ? {} : { previousSameOrderPaidAt: previous.paidAt }),
  };
}

/** Of several disputes, an open one before a lost one before a won one. */
function selectDispute({ disputes }: Readonly<Order>): { state: DisputeState; openedAt?: number } {
  const found =
    disputes.find((one) => one.outcome === undefined) ??
    disputes.find((one) => one.outcome === 'lost') ??
    disputes.at(0);
  return found === undefined ? { state: 'none' } : { state: found.outcome ?? 'open', openedAt: found.openedAt };
}

/**
 * By any claim about this order or a generation that it paid in part, this one included: a letter may be on its way while the
 * bank files its dispute. Undefined where a claim that came after the payment may have been dropped: nobody can tell any more.
 */
function wasContactedBefore(
  file: WorkingFile,
  { orderId, paidAt }: Readonly<Order>,
  at: number,
  own: Pick<RecordedClaim, 'automatic' | 'sentAt'>,
): boolean | undefined {
  if (!own.automatic && own.sentAt < at) return true;
  const wrote = file.customer.claims.some(
    (mark) =>
      !mark.automatic &&
      mark.sentAt < at &&
      (mark.orderId === orderId || mark.alsoOrderIds?.includes(orderId) === true),
  );
  if (wrote) return true;
  return mayLackClaim(file, paidAt) ? undefined : false;
}

function findPreviousSame(file: WorkingFile, order: Readonly<Order>): Readonly<Order> | undefined {
  return file
    .listOrders()
    .filter(
      (one) =>
        one.orderId !== order.orderId &&
        one.sku === order.sku &&
        one.amountMinor === order.amountMinor &&
        one.currency === order.currency &&
        one.paidAt <= order.paidAt,
    )
    .sort((a, b) => b.paidAt - a.paidAt)[0];
}
