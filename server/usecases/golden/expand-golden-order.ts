import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { RecordedLot, RecordedOrder } from '../../core/records/case-record.ts';

type GoldenOrder = NonNullable<GoldenCase['order']>;

const EMPTY_LOT = {
  held: 0,
  restoring: 0,
  forfeiting: 0,
  consumed: 0,
  restored: 0,
  voided: 0,
  forfeited: 0,
  delivered: 0,
} as const;

/** The order of a golden case with its lot; what the generation of the case spent counts as used unless the case says more. */
export function expandGoldenOrder(
  golden: GoldenCase,
  order: GoldenOrder,
  resolve: (words: string) => number,
): RecordedOrder {
  const paidAt = resolve(order.paid);
  const bought = order.credits ?? 100;
  const spentByGeneration =
    golden.generation && golden.generation.status !== 'blocked' ? (golden.generation.credits ?? 5) : 0;
  const consumed = order.used ?? spentByGeneration;
  const restored = order.restored ?? golden.generation?.restored ?? 0;
  const undelivered =
    golden.generation !== undefined && golden.generation.status !== 'succeeded' ? spentByGeneration : restored;
  const lot: RecordedLot = {
    ...EMPTY_LOT,
    id: 'order-1',
    source: 'order',
    cashable: true,
    orderId: 'order-1',
    createdAt: paidAt,
    total: bought,
    remaining: bought - consumed + restored,
    consumed,
    restored,
    delivered: order.delivered ?? Math.max(0, consumed - undelivered),
  };
  return {
    id: 'order-1',
    sku: `pack-${bought}`,
    provider: order.provider ?? 'sandbox',
    currency: order.currency ?? 'USD',
    amountMinor: order.amountMinor ?? 1000,
    paidAt,
    refundedMinor: order.refundedMinor ?? 0,
    refundingMinor: order.refundingMinor ?? 0,
    refundedExternallyMinor: order.refundedExternallyMinor ?? 0,
    ...(order.chargedBackMinor === undefined ? {} : { chargedBackMinor: order.chargedBackMinor }),
    cashSettled: order.cashSettled ?? false,
    refundsReversed: 0,
    creditsBought: bought,
    lot,
    dispute: order.dispute ?? 'none',
    withdrawalWaived: order.withdrawalWaived ?? false,
    ...(order.contactedBeforeDispute === null ? {} : { contactedBeforeDispute: order.contactedBeforeDispute ?? false }),
    ...(order.duplicate ? { duplicateOfOrderId: 'order-0' } : {}),
    ...(order.previousSameOrder === undefined ? {} : { previousSameOrderPaidAt: resolve(order.previousSameOrder) }),
  };
}

/** A lot of bonus credits that is as old as `createdAt`. */
export function buildBonusLot(credits: number, spent: number, createdAt: number): RecordedLot {
  return {
    ...EMPTY_LOT,
    id: 'bonus-1',
    source: 'bonus',
    cashable: false,
    createdAt,
    total: credits + spent,
    remaining: credits,
    consumed: spent,
  };
}
