import type { CaseRecord, RecordedLot, RecordedOrder } from '../records/case-record.ts';
import { deriveInterval } from './derive-interval.ts';
import { deriveOutageFacts } from './derive-outage-facts.ts';
import { NOT_APPLICABLE, UNKNOWN, type FactValue } from './fact-value.ts';
import type { Absence, FactSources } from './select-fact-sources.ts';

/** Credits of a lot that were spent and neither restored nor promised back. */
export function deriveCreditsUsedNet(lot: RecordedLot): number {
  return lot.consumed - lot.restored - lot.restoring;
}

/** Credits that a lot still holds, those promised back and those set aside included, those being forfeited not. */
export function deriveCreditsLeft(lot: RecordedLot): number {
  return lot.remaining + lot.restoring - lot.forfeiting;
}

/** What of the price no refund has returned or will, in minor units; may be below 0. */
function deriveUnrefundedMinor(order: RecordedOrder): number {
  return order.amountMinor - order.refundedMinor - order.refundingMinor - order.refundedExternallyMinor;
}

/** What can still be refunded of an order in minor units, refunds under way counted as done, and what disputes took as gone; never below 0. */
export function deriveRefundableMinor(order: RecordedOrder): number {
  return Math.max(0, deriveUnrefundedMinor(order) - (order.chargedBackMinor ?? 0));
}

/**
 * Whether refunds left nothing of the price, or a cash payout settled and no credits are left. An order that cost nothing
 * never had anything to refund: a failed generation paid from it must not look as though its money had been returned. What a
 * lost dispute took is no refund: it is a fact of its own, with an answer of its own.
 */
function deriveFullyRefunded(order: RecordedOrder): boolean {
  if (order.amountMinor > 0 && deriveUnrefundedMinor(order) <= 0) return true;
  return order.cashSettled && deriveCreditsLeft(order.lot) <= 0;
}

/** Facts about the order concerned, without the prefix `order.`. */
export interface OrderFacts {
  readonly provider: FactValue;
  readonly method: FactValue;
  readonly paidToClaim: FactValue;
  readonly creditsBought: FactValue;
  readonly creditsUsedNet: FactValue;
  readonly creditsLeft: FactValue;
  readonly creditsDelivered: FactValue;
  readonly refundableMinor: FactValue;
  readonly fullyRefunded: FactValue;
  readonly externallyRefundedMinor: FactValue;
  readonly refundUnderWay: FactValue;
  readonly duplicateConfirmed: FactValue;
  readonly previousSameOrderToThis: FactValue;
  readonly dispute: FactValue;
  readonly contactedBeforeDispute: FactValue;
  readonly withdrawalWaived: FactValue;
  readonly accessBegan: FactValue;
  readonly longestOutage: FactValue;
  readonly outageOpen: FactValue;
  readonly outageRemedyOffered: FactValue;
}

function describeOrder(record: CaseRecord, order: RecordedOrder): OrderFacts {
  const { zone } = record.customer;
  const { paidAt, lot, previousSameOrderPaidAt } = order;
  const outage = deriveOutageFacts(record.incidents, { paidAt, sentAt: record.claim.sentAt, at: record.at });
  return {
    provider: order.provider,
    method: order.method ?? UNKNOWN,
    paidToClaim: deriveInterval(paidAt, record.claim.sentAt, zone),
    creditsBought: order.creditsBought,
    creditsUsedNet: deriveCreditsUsedNet(lot),
    creditsLeft: deriveCreditsLeft(lot),
    creditsDelivered: lot.delivered,
    refundableMinor: deriveRefundableMinor(order),
    fullyRefunded: deriveFullyRefunded(order),
    externallyRefundedMinor: order.refundedExternallyMinor,
    refundUnderWay: order.refundingMinor > 0,
    duplicateConfirmed: order.duplicateOfOrderId !== undefined,
    previousSameOrderToThis:
      previousSameOrderPaidAt === undefined ? NOT_APPLICABLE : deriveInterval(previousSameOrderPaidAt, paidAt, zone),
    dispute: order.dispute,
    contactedBeforeDispute: order.contactedBeforeDispute ?? UNKNOWN,
    withdrawalWaived: order.withdrawalWaived,
    // Whether they were restored since does not matter: access to the paid service had begun.
    accessBegan: lot.consumed > 0,
    longestOutage: outage.longestOutage,
    outageOpen: outage.outageOpen,
    outageRemedyOffered: outage.outageRemedyOffered,
  };
}

function fillOrderFacts(value: Absence): OrderFacts {
  return {
    provider: value,
    method: value,
    paidToClaim: value,
    creditsBought: value,
    creditsUsedNet: value,
    creditsLeft: value,
    creditsDelivered: value,
    refundableMinor: value,
    fullyRefunded: value,
    externallyRefundedMinor: value,
    refundUnderWay: value,
    duplicateConfirmed: value,
    previousSameOrderToThis: value,
    dispute: value,
    contactedBeforeDispute: value,
    withdrawalWaived: value,
    accessBegan: value,
    longestOutage: value,
    outageOpen: value,
    outageRemedyOffered: value,
  };
}

/** Derives the facts of the order concerned; all unknown or all not applicable where there is none to read. */
export function deriveOrderFacts(record: CaseRecord, order: FactSources['order']): OrderFacts {
  return typeof order === 'symbol' ? fillOrderFacts(order) : describeOrder(record, order);
}
