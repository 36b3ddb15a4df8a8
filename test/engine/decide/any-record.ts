import { fc } from '@fast-check/vitest';
import {
  CLAIM_CHANNELS,
  CLAIM_FIELDS,
  CLAIM_ISSUES,
  CLAIM_REASONS,
  REQUESTED_REMEDIES,
} from '../../../server/core/cases/claim.ts';
import {
  ACCOUNT_STATUSES,
  DISPUTE_STATES,
  FAILURE_CLASSES,
  GENERATION_STATUSES,
} from '../../../server/core/customers/customer-file.ts';
import type { CaseRecord, RecordedLot } from '../../../server/core/records/case-record.ts';
import { DECIDED_AT, SENT_AT, buildCaseRecord } from '../../builders/case-record.ts';

const DAY_MS = 86_400_000;
const credits = fc.integer({ min: 0, max: 60 });
const daysAgo = fc.constantFrom(0, 1, 6, 7, 13, 14, 15, 89, 90, 200).map((days) => DECIDED_AT - days * DAY_MS);
const instants = fc.array(daysAgo, { maxLength: 3 }).map((list) => list.toSorted((a, b) => a - b));
const money = fc.oneof(
  { weight: 9, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(1, 400, 999, 1500) },
);
/** Mostly the usual value: most others end a case in the preamble, before a rule of interest. */
const often = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });

const lot: fc.Arbitrary<RecordedLot> = fc
  .record({
    remaining: credits,
    consumed: fc.oneof(fc.constant(0), credits),
    restored: credits,
    restoring: fc.constantFrom(0, 0, 3),
    held: credits,
    forfeiting: fc.constantFrom(0, 0, 2),
    delivered: credits,
  })
  .map((counters) => ({
    id: 'order-1',
    source: 'order',
    cashable: true,
    orderId: 'order-1',
    createdAt: SENT_AT - DAY_MS,
    total: 60,
    voided: 0,
    forfeited: 0,
    ...counters,
    restored: Math.min(counters.restored, counters.consumed),
    held: Math.min(counters.held, counters.remaining),
  }));

const claim = fc.record({
  automatic: often(false, true),
  reason: fc.constantFrom(...CLAIM_REASONS),
  issue: fc.constantFrom(...CLAIM_ISSUES),
  remedy: fc.constantFrom(...REQUESTED_REMEDIES),
  channel: fc.constantFrom(...CLAIM_CHANNELS),
  fields: fc.oneof(fc.constant([...CLAIM_FIELDS].toSorted()), fc.subarray([...CLAIM_FIELDS].toSorted())),
  evidence: fc.constantFrom([], ['output_reference']),
  sender: fc.record({ emailKnown: often(true, false) }),
  locale: fc.constantFrom('en', 'zh-CN', 'fr'),
});

const customer = fc.record({
  status: often(...ACCOUNT_STATUSES),
  country: fc.constantFrom('DE', 'GB', 'US', 'NO'),
  isConsumer: often(true, false),
  claimedAt: instants,
  refundedAt: instants,
  paidAt: instants,
});

const wallet = fc.record({
  courtesyGrantedAt: instants,
  moderationRestoredAt: instants,
  qualityRefundedAt: instants,
  lots: lot.map((one) => [one]),
});

const order = fc.record({
  amountMinor: often(999, 1, 0),
  paidAt: daysAgo.map((instant) => Math.min(instant, SENT_AT)),
  refundedMinor: money,
  refundingMinor: often(0, 100),
  refundedExternallyMinor: money,
  refundsReversed: fc.constantFrom(0, 1),
  creditsBought: fc.constantFrom(60, 10, 1),
  lot,
  dispute: often(...DISPUTE_STATES),
  contactedBeforeDispute: fc.boolean(),
  withdrawalWaived: fc.boolean(),
  method: fc.constantFrom('card', 'alipay'),
});

const generation = fc
  .record({
    status: fc.constantFrom(...GENERATION_STATUSES),
    feature: fc.constantFrom('quick_remix', 'analyse', 'logo', 'ai_shadows', 'ai_backgrounds', 'else'),
    platform: fc.constantFrom('ios', 'android', 'web'),
    surface: often('single', 'batch_editor'),
    credits: often(5, 0, 1),
    quotedCredits: fc.constantFrom(5, 1),
    creditsRestored: often(0, 2, 5),
    remediesReversed: fc.constantFrom(0, 1),
    failure: fc.record({
      class: fc.constantFrom(...FAILURE_CLASSES),
      source: fc.constantFrom('app', 'openai', 'kling', 'else'),
      confirmedBy: fc.subarray(['app', 'provider']),
      at: fc.constant(SENT_AT - DAY_MS / 2),
    }),
    succeededAt: daysAgo.map((instant) => Math.min(instant, SENT_AT)),
    deliveries: fc.constantFrom([], [{ how: 'saved', at: SENT_AT - DAY_MS }]),
    actorIsHolder: often(true, false),
    requestedStyle: fc.constantFrom('noir', 'pop'),
    deliveredStyle: fc.constantFrom('noir', 'pop'),
    unusableScore: fc.constantFrom(0, 50, 100),
    guidelineViolation: fc.boolean(),
    earlierClaims: fc.constantFrom(0, 1, 2),
  })
  .map(({ failure, succeededAt, ...rest }) => ({
    ...rest,
    consumption: rest.credits > 0 ? [{ lotId: 'order-1', credits: rest.credits, restored: 0 }] : [],
    ...(rest.status === 'failed' ? { failure } : {}),
    ...(rest.status === 'succeeded' ? { succeededAt } : {}),
  }));

/** A case record with everything reported that can be, over every subject, and not always one that the books would allow. */
export const anyRecord: fc.Arbitrary<CaseRecord> = fc
  .record({
    kind: fc.constantFrom('order', 'generation', 'wallet'),
    subjectKnown: often(true, false),
    claim,
    customer,
    wallet,
    order,
    generation,
  })
  .map(({ kind, subjectKnown, generation: one, order: paid, ...rest }) =>
    buildCaseRecord({
      ...rest,
      subjectKnown,
      claim: { ...rest.claim, subject: { type: kind, id: `${kind}-1` } },
      order: kind === 'wallet' ? undefined : paid,
      ...(kind === 'generation' ? { generation: one } : {}),
    } as Parameters<typeof buildCaseRecord>[0]),
  );

const HOLES = [
  { customer: { country: undefined } },
  { customer: { isConsumer: undefined } },
  { customer: { historyTruncated: true } },
  { wallet: { historyTruncated: true } },
  { order: { method: undefined } },
  { generation: { platform: undefined } },
  { generation: { quotedCredits: undefined } },
  { generation: { actorIsHolder: undefined } },
  { generation: { requestedStyle: undefined } },
  { generation: { unusableScore: undefined } },
  { generation: { guidelineViolation: undefined } },
] as const;

/** Some of what nobody might have reported, to be laid over a record that has it. No sender is not among them: it changes what is known of the claim. */
export const anyHoles: fc.Arbitrary<readonly (typeof HOLES)[number][]> = fc.subarray([...HOLES], { minLength: 1 });
