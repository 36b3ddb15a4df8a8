import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';

type Part = 'claim' | 'customer' | 'order' | 'generation';

/** Where a golden case states a fact outright; facts that are derived from several statements have no place of their own. */
const PLACES: Readonly<Record<string, readonly [Part, string]>> = {
  'subject.kind': ['claim', 'about'],
  'subject.known': ['claim', 'known'],
  'claim.automatic': ['claim', 'automatic'],
  'claim.reason': ['claim', 'reason'],
  'claim.issue': ['claim', 'issue'],
  'claim.remedy': ['claim', 'remedy'],
  'claim.channel': ['claim', 'channel'],
  'customer.status': ['customer', 'status'],
  'customer.country': ['customer', 'country'],
  'customer.isConsumer': ['customer', 'isConsumer'],
  'order.provider': ['order', 'provider'],
  'order.creditsBought': ['order', 'credits'],
  'order.creditsUsedNet': ['order', 'used'],
  'order.creditsDelivered': ['order', 'delivered'],
  'order.externallyRefundedMinor': ['order', 'refundedExternallyMinor'],
  'order.duplicateConfirmed': ['order', 'duplicate'],
  'order.dispute': ['order', 'dispute'],
  'order.contactedBeforeDispute': ['order', 'contactedBeforeDispute'],
  'order.withdrawalWaived': ['order', 'withdrawalWaived'],
  'generation.status': ['generation', 'status'],
  'generation.feature': ['generation', 'feature'],
  'generation.platform': ['generation', 'platform'],
  'generation.surface': ['generation', 'surface'],
  'generation.creditsCharged': ['generation', 'credits'],
  'generation.creditsRestored': ['generation', 'restored'],
  'generation.startedByHolder': ['generation', 'startedByHolder'],
  'generation.guidelineViolation': ['generation', 'guidelineViolation'],
  'generation.unusableScore': ['generation', 'unusableScore'],
  'generation.earlierClaims': ['generation', 'earlierClaims'],
};

const FAILURE_PLACES: Readonly<Record<string, string>> = {
  'generation.failureClass': 'class',
  'generation.failureSource': 'source',
};

/**
 * The golden case with one fact as given; null where it does not state the fact, has nothing that the fact is about, or
 * cannot say that value.
 */
export function placeFact(golden: GoldenCase, fact: string, value: string | number | boolean): GoldenCase | null {
  const placed = place(golden, fact, value);
  if (placed === null || !isWhole(placed)) return null;
  const parsed = goldenCaseSchema.safeParse(placed);
  return parsed.success ? parsed.data : null;
}

function place(golden: GoldenCase, fact: string, value: string | number | boolean): object | null {
  const inFailure = FAILURE_PLACES[fact];
  if (inFailure !== undefined) {
    const { generation } = golden;
    if (generation?.status !== 'failed') return null;
    return { ...golden, generation: { ...generation, failure: { ...generation.failure, [inFailure]: value } } };
  }
  if (fact === 'order.creditsLeft') return placeCreditsLeft(golden, value);
  const [part, field] = PLACES[fact] ?? [];
  if (part === undefined || field === undefined) return null;
  if ((part === 'order' || part === 'generation') && golden[part] === undefined) return null;
  return { ...golden, [part]: { ...golden[part], [field]: value } };
}

/** What is left follows from what was bought and spent: the spending gives way. */
function placeCreditsLeft({ order, ...rest }: GoldenCase, value: string | number | boolean): object | null {
  if (order === undefined || typeof value !== 'number') return null;
  return { ...rest, order: { ...order, used: (order.credits ?? 100) + (order.restored ?? 0) - value } };
}

/** A claim must be about something that the case has. */
function isWhole(placed: object): boolean {
  const { claim, order, generation } = placed as Partial<GoldenCase>;
  if (claim?.about === 'order') return order !== undefined;
  return claim?.about !== 'generation' || generation !== undefined;
}
