import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { resolveDurationMs } from '../../core/calendars/window.ts';
import type { CapValue, RateValue } from '../../core/policies/parameter.ts';
import type { BoundaryPosition, BoundaryScene, MovedCase } from './boundary-case.ts';

const before = (ms: number): string => `${ms}ms before the decision`;

/** `count` ages (ms) inside a period, none of them on its edge. */
function spreadAges(count: number, perMs: number): number[] {
  const gap = Math.max(1, Math.floor(perMs / (count + 2)));
  return Array.from({ length: count }, (_, index) => (index + 1) * gap);
}

function withTimeline(golden: GoldenCase, fact: string, ages: readonly number[]): GoldenCase | null {
  const instants = ages.map(before);
  switch (fact) {
    case 'wallet.courtesyGrantedAt':
      return { ...golden, wallet: { ...golden.wallet, courtesyGranted: instants } };
    case 'wallet.moderationRestoredAt':
      return { ...golden, wallet: { ...golden.wallet, moderationRestored: instants } };
    case 'wallet.qualityRefundedAt':
      return { ...golden, wallet: { ...golden.wallet, qualityRefunded: instants } };
    case 'customer.claimedAt':
      return { ...golden, customer: { ...golden.customer, claimed: instants } };
    case 'customer.paidAt':
      return { ...golden, customer: { ...golden.customer, paid: instants } };
    case 'customer.refundedAt':
      return { ...golden, customer: { ...golden.customer, refunded: instants } };
    case 'customer.purchaseRefundCyclesAt':
      return {
        ...golden,
        customer: { ...golden.customer, refundedOrders: instants.map((words) => ({ paid: words, refunded: words })) },
      };
    default:
      return null;
  }
}

/** The case with one less than the cap, exactly the cap and one more in the period; and with the oldest a millisecond and a unit to either side of the period's edge. */
export function moveCap(cap: CapValue, { golden, fact }: BoundaryScene): MovedCase[] {
  const perMs = resolveDurationMs(cap.per);
  const unit = resolveDurationMs({ amount: 1, unit: cap.per.unit });
  const moved: [string, BoundaryPosition, number[]][] = [-1, 0, 1].flatMap((more) => {
    const count = cap.count + more;
    const position = more < 0 ? 'below' : more > 0 ? 'above' : 'at';
    return count < 0 ? [] : [[`${count} in the period`, position, spreadAges(count, perMs)]];
  });
  for (const [words, offset] of [
    ['1 ms less than', -1],
    ['exactly', 0],
    ['1 ms more than', 1],
    [`1 ${cap.per.unit} more than`, unit],
  ] as const) {
    if (cap.count < 1) continue;
    const ages = [...spreadAges(cap.count - 1, perMs), perMs + offset];
    moved.push([`${cap.count} of which the oldest is ${words} the period old`, offset < 0 ? 'at' : 'below', ages]);
  }
  return moved.flatMap(([name, position, ages]): MovedCase[] => {
    const next = withTimeline(golden, fact, ages);
    return next ? [{ name, position, golden: next }] : [];
  });
}

function findDivisor(a: number, b: number): number {
  return b === 0 ? a : findDivisor(b, a % b);
}

/** The case with a share of refunded orders just below, exactly on and just above the rate, and one with too few orders to tell. */
export function moveRate(rate: RateValue, { golden, fact }: BoundaryScene): MovedCase[] {
  if (fact !== 'customer.refundHistory' || rate.basisPoints === 0) return [];
  const perMs = resolveDurationMs(rate.per);
  const divisor = findDivisor(rate.basisPoints, 10_000);
  const times = Math.max(1, Math.ceil(rate.minimumCount / (10_000 / divisor)));
  const whole = (10_000 / divisor) * times;
  const part = (rate.basisPoints / divisor) * times;
  const shares: [number, number, BoundaryPosition][] = [
    [part - 1, whole, 'below'],
    [part, whole, 'at'],
    [part + 1, whole, 'above'],
  ];
  if (rate.minimumCount > 1) shares.push([rate.minimumCount - 1, rate.minimumCount - 1, 'below']);
  return shares.flatMap(([some, all, position]): MovedCase[] => {
    // A history holds a thousand instants; a finer rate cannot be met exactly by one.
    if (some > all || all > 1000) return [];
    const paid = spreadAges(all, perMs).map(before);
    const refundedOrders = paid.slice(0, some).map((words) => ({ paid: words, refunded: words }));
    return [
      {
        name: `${some} of ${all} refunded`,
        position,
        golden: { ...golden, customer: { ...golden.customer, paid, refundedOrders } },
      },
    ];
  });
}
