import { z } from 'zod';
import {
  CLAIM_CHANNELS,
  CLAIM_FIELDS,
  CLAIM_ISSUES,
  CLAIM_REASONS,
  EVIDENCE_KINDS,
  REQUESTED_REMEDIES,
  SUBJECT_TYPES,
} from '../../core/cases/claim.ts';
import {
  ACCOUNT_STATUSES,
  DISPUTE_STATES,
  FAILURE_CLASSES,
  GENERATION_STATUSES,
  GRANT_KINDS,
  LOT_SOURCES,
} from '../../core/customers/customer-file.ts';
import { HISTORY_NAMES, type CaseRecord } from '../../core/records/case-record.ts';
import { currencySchema } from './currency.ts';
import {
  codeSchema,
  countrySchema,
  idSchema,
  lineSchema,
  localeSchema,
  longIdSchema,
  programIdSchema,
  zoneSchema,
} from './primitives.ts';

const at = z.int().min(0).max(253_402_300_799_999).describe('Instant in epoch milliseconds, as records keep them.');
const history = z.array(at).max(1000);
const count = z.int().min(0).max(1_000_000_000_000).describe('A whole number.');
const flag = z.boolean();
const digest = z.string().max(100);

const claim = z
  .strictObject({
    id: idSchema.describe('Id of the claim.'),
    automatic: flag.describe('Whether the service filed it.'),
    reason: z.enum(CLAIM_REASONS).describe('Why the customer claims.'),
    issue: z.enum(CLAIM_ISSUES).describe('What is wrong with the result.'),
    remedy: z.enum(REQUESTED_REMEDIES).describe('What is asked for.'),
    channel: z.enum(CLAIM_CHANNELS).describe('The way it came in.'),
    subject: z
      .strictObject({
        type: z.enum(SUBJECT_TYPES).describe('Kind of thing.'),
        id: idSchema.describe('Id of the thing.'),
      })
      .describe('What the claim is about.'),
    sentAt: at.describe('When it was sent.'),
    receivedAt: at.describe('When it was received.'),
    fields: z
      .array(z.enum(CLAIM_FIELDS).describe('Name of a field.'))
      .max(50)
      .describe('Names of the filled fields, sorted.'),
    evidence: z.array(z.enum(EVIDENCE_KINDS).describe('Kind of evidence.')).max(50).describe('Kinds of evidence.'),
    sender: z
      .strictObject({
        emailKnown: flag.exactOptional().describe('Whether the address is the customer’s.'),
        phoneKnown: flag.exactOptional().describe('Whether the number is the customer’s.'),
      })
      .exactOptional()
      .describe('What was found out about the sender.'),
    locale: localeSchema,
    openCaseId: idSchema.exactOptional().describe('Case on the same subject and reason that waits for a person.'),
  })
  .describe('The claim.');

const customer = z
  .strictObject({
    id: idSchema.describe('Customer.'),
    status: z.enum(ACCOUNT_STATUSES).describe('What the account is.'),
    country: countrySchema.exactOptional(),
    isConsumer: flag.exactOptional().describe('Whether a consumer.'),
    zone: zoneSchema.describe('Zone in which days are counted.'),
    claimedAt: history.describe('Earlier claims.'),
    paidAt: history.describe('Paid orders.'),
    refundedAt: history.describe('Granted cash decisions.'),
    refundedOrders: z
      .array(
        z
          .strictObject({
            orderId: idSchema.describe('Order.'),
            paidAt: at.describe('When paid.'),
            refundedAt: at.describe('When refunded.'),
          })
          .describe('One refunded order.'),
      )
      .max(1000)
      .describe('Orders refunded in cash.'),
    historyTruncated: flag.describe('Whether something is left out of the histories.'),
    truncated: z.array(z.enum(HISTORY_NAMES)).exactOptional().describe('Which histories those are; absent: any.'),
  })
  .describe('The claimant.');

const lot = z
  .strictObject({
    id: idSchema.describe('Lot.'),
    source: z.enum(LOT_SOURCES).describe('Where its credits come from.'),
    cashable: flag.describe('Whether it can be paid out.'),
    orderId: idSchema.exactOptional().describe('Order that it was bought with.'),
    createdAt: at.describe('When it was made.'),
    total: count.describe('Credits at the start.'),
    remaining: count.describe('Credits in it.'),
    held: count.describe('Credits set aside.'),
    restoring: count.describe('Credits promised back.'),
    forfeiting: count.describe('Credits about to be taken.'),
    consumed: count.describe('Credits spent.'),
    restored: count.describe('Credits given back.'),
    voided: count.describe('Credits voided.'),
    forfeited: count.describe('Credits taken.'),
    delivered: count.describe('Credits spent on what succeeded.'),
  })
  .describe('A lot.');

const wallet = z
  .strictObject({
    id: idSchema.describe('Wallet.'),
    courtesyGrantedAt: history.describe('Courtesy grants.'),
    moderationRestoredAt: history.describe('Restores after moderation.'),
    qualityRefundedAt: history.describe('Restores for quality.'),
    historyTruncated: flag.describe('Whether something is left out.'),
    truncated: z.array(z.enum(GRANT_KINDS)).exactOptional().describe('Which kinds those are; absent: any.'),
    lots: z.array(lot).max(1000).describe('Lots that can be forfeited.'),
  })
  .describe('The wallet concerned.');

const order = z
  .strictObject({
    id: idSchema.describe('Order.'),
    sku: idSchema.describe('What was bought.'),
    provider: codeSchema.describe('Payment provider.'),
    method: idSchema.exactOptional().describe('Means of payment.'),
    currency: currencySchema,
    amountMinor: count.describe('Amount paid in minor units.'),
    paidAt: at.describe('When it was paid.'),
    refundedMinor: count.describe('Refunded by this service.'),
    refundingMinor: count.describe('Promised, not settled.'),
    refundedExternallyMinor: count.describe('Refunded by others.'),
    chargedBackMinor: count.exactOptional().describe('Taken back by lost disputes.'),
    cashSettled: flag.describe('Whether a payout settled.'),
    refundsReversed: count.describe('Reversed refunds before.'),
    refundsSettled: count.exactOptional().describe('Settled refunds before.'),
    creditsBought: count.describe('Credits bought.'),
    lot: lot.describe('The order’s lot.'),
    duplicateOfOrderId: idSchema.exactOptional().describe('Order that this one repeats.'),
    dispute: z.enum(DISPUTE_STATES).describe('State of its disputes.'),
    disputeOpenedAt: at.exactOptional().describe('When the dispute began.'),
    contactedBeforeDispute: flag.exactOptional().describe('Whether a claim came first; absent: not known any more.'),
    withdrawalWaived: flag.describe('Whether withdrawal was waived.'),
    previousSameOrderPaidAt: at.exactOptional().describe('When the same was bought before.'),
  })
  .describe('The order concerned.');

const generation = z
  .strictObject({
    id: idSchema.describe('Generation.'),
    status: z.enum(GENERATION_STATUSES).describe('What became of it.'),
    feature: idSchema.describe('What was used.'),
    platform: idSchema.exactOptional().describe('Where.'),
    surface: idSchema.describe('From which part of the product.'),
    credits: count.describe('Credits charged.'),
    quotedCredits: count.exactOptional().describe('Credits announced.'),
    chargedAt: at.exactOptional().describe('When it was charged.'),
    creditsRestored: count.describe('Credits given back for it.'),
    restored: flag.describe('Whether a remedy stands.'),
    remediesReversed: count.describe('Remedies taken back.'),
    consumption: z
      .array(
        z
          .strictObject({
            lotId: idSchema.describe('Lot.'),
            credits: count.describe('Credits from it.'),
            restored: count.describe('Given back to it.'),
          })
          .describe('One lot’s share.'),
      )
      .max(1000)
      .describe('Lots that paid for it.'),
    failure: z
      .strictObject({
        class: z.enum(FAILURE_CLASSES).describe('Kind of failure.'),
        source: idSchema.describe('Who failed.'),
        confirmedBy: z.array(idSchema.describe('One side.')).max(10).describe('Who confirms it.'),
        at: at.describe('When it failed.'),
      })
      .exactOptional()
      .describe('How it failed.'),
    succeededAt: at.exactOptional().describe('When it succeeded.'),
    deliveries: z
      .array(z.strictObject({ how: idSchema.describe('How far.'), at: at.describe('When.') }).describe('One delivery.'))
      .max(1000)
      .describe('Deliveries.'),
    actorIsHolder: flag.exactOptional().describe('Whether the holder started it.'),
    requestedStyle: lineSchema.exactOptional().describe('Style asked for.'),
    deliveredStyle: lineSchema.exactOptional().describe('Style that came.'),
    unusableScore: z.int().min(0).max(100).exactOptional().describe('How unusable, 0 to 100.'),
    guidelineViolation: flag.exactOptional().describe('Whether it breaks guidelines.'),
    earlierClaims: count.exactOptional().describe('Earlier claims about it; absent: not known any more.'),
  })
  .describe('The generation concerned.');

/** A case record as the service stores it: instants in epoch ms, so that its digest stays that of the stored one. */
export const caseRecordSchema: z.ZodType<CaseRecord, CaseRecord> = z
  .strictObject({
    schema: z.literal(1).describe('Version of this shape.'),
    semantics: z.int().min(1).describe('Version of the derivations under which it was made.'),
    program: programIdSchema,
    at: at.describe('Instant of the decision.'),
    claim,
    subjectKnown: flag.describe('Whether the subject exists and is the customer’s.'),
    customer,
    wallet: wallet.exactOptional(),
    order: order.exactOptional(),
    generation: generation.exactOptional(),
    incidents: z
      .array(
        z
          .strictObject({
            id: longIdSchema.describe('Incident.'),
            severity: z.enum(['complete', 'partial']).describe('How much did not work.'),
            openedAt: at.describe('When it began.'),
            closedAt: at.exactOptional().describe('When it ended.'),
            remedyOffered: flag.exactOptional().describe('Whether something was offered.'),
          })
          .describe('One outage.'),
      )
      .max(1000)
      .describe('Outages that may matter.'),
    calendars: z
      .strictObject({
        zone: digest.describe('Digest of the zone calendar.'),
        holidays: digest.describe('Digest of the holiday calendar.'),
      })
      .describe('Calendars by which days are counted.'),
  })
  .meta({
    id: 'CaseRecord',
    description: 'Everything that the rules may look at. Its instants are epoch milliseconds, as stored.',
  });
