import type { CaseRecord } from '../records/case-record.ts';
import { deriveProvidedFields, deriveSenderKnown } from './derive-claim-facts.ts';
import {
  derivePurchaseRefundCycles,
  deriveRefundHistory,
  deriveTimeline,
  isTruncated,
} from './derive-customer-facts.ts';
import { deriveGenerationFacts } from './derive-generation-facts.ts';
import { deriveOrderFacts } from './derive-order-facts.ts';
import { deriveRegion } from './derive-region.ts';
import { deriveWalletFacts } from './derive-wallet-facts.ts';
import { UNKNOWN, type Facts } from './fact-value.ts';
import { selectFactSources } from './select-fact-sources.ts';

function deriveSubjectFacts(record: CaseRecord) {
  const sources = selectFactSources(record);
  return {
    wallet: deriveWalletFacts(record, sources.wallet),
    order: deriveOrderFacts(record, sources.order),
    generation: deriveGenerationFacts(record, sources.generation),
  };
}

/**
 * Derives every fact of the dictionary from a case record: the same for every policy version, and never throwing.
 * Each key is always there, in this order: one literal keeps one hidden class, on which the compiled rules rely for speed.
 */
export function deriveFacts(record: CaseRecord): Facts {
  const { at, claim, customer } = record;
  const { wallet, order, generation } = deriveSubjectFacts(record);
  return {
    'claim.reason': claim.reason,
    'claim.issue': claim.issue,
    'claim.remedy': claim.remedy,
    'claim.channel': claim.channel,
    'claim.automatic': claim.automatic,
    'claim.providedFields': deriveProvidedFields(claim),
    'claim.senderKnown': deriveSenderKnown(claim),
    'subject.kind': claim.subject.type,
    'subject.known': record.subjectKnown,
    'customer.status': customer.status,
    'customer.country': customer.country ?? UNKNOWN,
    'customer.region': deriveRegion(customer.country),
    'customer.isConsumer': customer.isConsumer ?? UNKNOWN,
    'customer.claimedAt': deriveTimeline(customer.claimedAt, at, isTruncated(customer, 'claims')),
    'customer.refundedAt': deriveTimeline(customer.refundedAt, at, isTruncated(customer, 'refunds')),
    'customer.paidAt': deriveTimeline(customer.paidAt, at, isTruncated(customer, 'orders')),
    'customer.refundHistory': deriveRefundHistory(customer, at),
    'customer.purchaseRefundCyclesAt': derivePurchaseRefundCycles(record),
    'wallet.courtesyGrantedAt': wallet.courtesyGrantedAt,
    'wallet.moderationRestoredAt': wallet.moderationRestoredAt,
    'wallet.qualityRefundedAt': wallet.qualityRefundedAt,
    'order.provider': order.provider,
    'order.method': order.method,
    'order.paidToClaim': order.paidToClaim,
    'order.creditsBought': order.creditsBought,
    'order.creditsUsedNet': order.creditsUsedNet,
    'order.creditsLeft': order.creditsLeft,
    'order.creditsDelivered': order.creditsDelivered,
    'order.refundableMinor': order.refundableMinor,
    'order.fullyRefunded': order.fullyRefunded,
    'order.externallyRefundedMinor': order.externallyRefundedMinor,
    'order.refundUnderWay': order.refundUnderWay,
    'order.duplicateConfirmed': order.duplicateConfirmed,
    'order.previousSameOrderToThis': order.previousSameOrderToThis,
    'order.dispute': order.dispute,
    'order.contactedBeforeDispute': order.contactedBeforeDispute,
    'order.withdrawalWaived': order.withdrawalWaived,
    'order.accessBegan': order.accessBegan,
    'order.longestOutage': order.longestOutage,
    'order.outageOpen': order.outageOpen,
    'order.outageRemedyOffered': order.outageRemedyOffered,
    'generation.status': generation.status,
    'generation.feature': generation.feature,
    'generation.platform': generation.platform,
    'generation.surface': generation.surface,
    'generation.featurePlatform': generation.featurePlatform,
    'generation.creditsCharged': generation.creditsCharged,
    'generation.creditsRestored': generation.creditsRestored,
    'generation.restored': generation.restored,
    'generation.failureClass': generation.failureClass,
    'generation.failureSource': generation.failureSource,
    'generation.failureConfirmedBy': generation.failureConfirmedBy,
    'generation.deliveryStates': generation.deliveryStates,
    'generation.delivered': generation.delivered,
    'generation.failedBeforeDelivery': generation.failedBeforeDelivery,
    'generation.startedByHolder': generation.startedByHolder,
    'generation.completedToClaim': generation.completedToClaim,
    'generation.styleMatches': generation.styleMatches,
    'generation.guidelineViolation': generation.guidelineViolation,
    'generation.unusableScore': generation.unusableScore,
    'generation.overcharged': generation.overcharged,
    'generation.earlierClaims': generation.earlierClaims,
  };
}
