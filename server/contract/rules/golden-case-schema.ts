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
} from '../../core/customers/customer-file.ts';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { REMEDIES } from '../../core/decisions/remedy.ts';
import { HISTORY_NAMES } from '../../core/records/case-record.ts';
import {
  clauseIdSchema,
  countrySchema,
  localeSchema,
  parameterNameSchema,
  policyNameSchema,
  reasonCodeSchema,
  ruleNameSchema,
  zoneSchema,
} from './names.ts';
import { parameterValueSchema } from './parameter-schema.ts';

/** The form of an instant in a golden case: an RFC 3339 instant, `the claim`, `the decision`, or a length before or after one of these: `14d+1ms before the claim`. */
export const GOLDEN_INSTANT =
  /^(?:\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})|the (?:claim|decision)|\d+(?:ms|s|m|h|d)(?:[+-]\d+(?:ms|s|m|h|d))* (?:before|after) the (?:claim|decision))$/u;

const instant = z.string().max(80).regex(GOLDEN_INSTANT);
const instants = z.array(instant).max(1200);
const credits = z.int().min(0);
const minor = z.int().min(0);
const word = z.string().min(1).max(120);

const claimSchema = z
  .strictObject({
    about: z.enum(SUBJECT_TYPES).describe('What the claim is about.'),
    known: z.boolean().exactOptional().describe("Whether that exists and is the claimant's. Default true."),
    automatic: z.boolean().exactOptional().describe('Filed by the service on a failure event. Default false.'),
    reason: z.enum(CLAIM_REASONS).describe('Why the customer claims.'),
    issue: z.enum(CLAIM_ISSUES).exactOptional().describe('What is wrong with the result. Default other.'),
    remedy: z
      .enum(REQUESTED_REMEDIES)
      .exactOptional()
      .describe('What is asked for. Default cash for an order, else credits.'),
    channel: z.enum(CLAIM_CHANNELS).exactOptional().describe('How it came in. Default web_support.'),
    sent: instant.exactOptional().describe('When it was sent. Default the decision.'),
    received: instant.exactOptional().describe('When it was received. Default the decision.'),
    fields: z
      .array(z.enum(CLAIM_FIELDS))
      .exactOptional()
      .describe('Fields that were filled in. Default all that the program requires.'),
    evidence: z.array(z.enum(EVIDENCE_KINDS)).exactOptional().describe('Kinds of evidence given. Default none.'),
    sender: z
      .strictObject({
        emailKnown: z
          .boolean()
          .exactOptional()
          .describe("Whether the e-mail address is the customer's; absent: none given."),
        phoneKnown: z
          .boolean()
          .exactOptional()
          .describe("Whether the phone number is the customer's; absent: none given."),
      })
      .nullable()
      .exactOptional()
      .describe('Who sent it; null: nobody says. Default a known e-mail address.'),
    locale: localeSchema.exactOptional().describe('Language of the customer. Default en.'),
    alreadyOpen: z
      .boolean()
      .exactOptional()
      .describe('Whether an earlier case about the same waits for a person. Default false.'),
  })
  .describe('The claim.');

const customerSchema = z
  .strictObject({
    status: z.enum(ACCOUNT_STATUSES).exactOptional().describe('State of the account. Default active.'),
    country: countrySchema
      .nullable()
      .exactOptional()
      .describe('Where the customer lives; null: not known. Default US.'),
    isConsumer: z.boolean().nullable().exactOptional().describe('Buys as a consumer; null: not known. Default true.'),
    zone: zoneSchema.exactOptional().describe("Time zone of the customer. Default the program's."),
    claimed: instants.exactOptional().describe('Earlier claims. Default none.'),
    paid: instants.exactOptional().describe('Payments. Default that of the order.'),
    refunded: instants.exactOptional().describe('Earlier cash decisions. Default none.'),
    refundedOrders: z
      .array(
        z.strictObject({
          paid: instant.describe('When the order was paid.'),
          refunded: instant.describe('When it was first refunded.'),
        }),
      )
      .max(1200)
      .exactOptional()
      .describe('Orders refunded in cash. Default none.'),
    historyTruncated: z.boolean().exactOptional().describe('Whether older history was dropped. Default false.'),
    truncated: z
      .array(z.enum(HISTORY_NAMES))
      .exactOptional()
      .describe('Which histories that is. Default all, where older history was dropped.'),
  })
  .describe('The customer.');

const walletSchema = z
  .strictObject({
    courtesyGranted: instants.exactOptional().describe('Courtesy grants. Default none.'),
    moderationRestored: instants.exactOptional().describe('Restores after moderation. Default none.'),
    qualityRefunded: instants.exactOptional().describe('Restores for quality. Default none.'),
    historyTruncated: z.boolean().exactOptional().describe('Whether older grants were dropped. Default false.'),
    truncated: z
      .array(z.enum(GRANT_KINDS))
      .exactOptional()
      .describe('Of which kinds. Default all, where older grants were dropped.'),
    bonusCredits: credits.exactOptional().describe('Bonus credits that are left. Default 0.'),
  })
  .describe('The wallet.');

const orderSchema = z
  .strictObject({
    paid: instant.describe('When it was paid.'),
    credits: credits.exactOptional().describe('Credits bought. Default 100.'),
    used: credits.exactOptional().describe('Credits of it ever spent. Default 0.'),
    restored: credits.exactOptional().describe('Of these, given back. Default 0.'),
    delivered: credits
      .exactOptional()
      .describe('Of these, spent on generations that succeeded. Default all that were not given back.'),
    amountMinor: minor.exactOptional().describe('Amount paid in minor units. Default 1000.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/u)
      .exactOptional()
      .describe('ISO 4217 currency. Default USD.'),
    provider: word.exactOptional().describe('Payment provider. Default sandbox.'),
    refundedMinor: minor.exactOptional().describe('Already refunded by us. Default 0.'),
    refundingMinor: minor.exactOptional().describe('Refund under way. Default 0.'),
    refundedExternallyMinor: minor.exactOptional().describe('Refunded by the provider on its own. Default 0.'),
    chargedBackMinor: minor.exactOptional().describe('Taken back by lost disputes. Default 0.'),
    cashSettled: z.boolean().exactOptional().describe('Whether a payout settled. Default false.'),
    duplicate: z
      .boolean()
      .exactOptional()
      .describe('Whether the processor says that the order is a duplicate. Default false.'),
    dispute: z.enum(DISPUTE_STATES).exactOptional().describe('Chargeback. Default none.'),
    contactedBeforeDispute: z
      .boolean()
      .nullable()
      .exactOptional()
      .describe('Whether the customer had claimed before it; null: not known any more. Default false.'),
    withdrawalWaived: z
      .boolean()
      .exactOptional()
      .describe('Whether the right of withdrawal was waived at purchase. Default false.'),
    previousSameOrder: instant.exactOptional().describe('When the same was last bought before.'),
  })
  .describe('The order concerned.');

const generationSchema = z
  .strictObject({
    status: z.enum(GENERATION_STATUSES).describe('How far it got.'),
    feature: word.exactOptional().describe('Feature. Default image.'),
    platform: word.nullable().exactOptional().describe('Platform; null: not reported. Default web.'),
    surface: word.exactOptional().describe('Where in the product it ran. Default single.'),
    credits: credits.exactOptional().describe('Credits charged. Default 5.'),
    restored: credits.exactOptional().describe('Of these, given back. Default 0.'),
    remedied: z
      .boolean()
      .exactOptional()
      .describe('Whether a credit remedy stands. Default where something was given back.'),
    failure: z
      .strictObject({
        class: z.enum(FAILURE_CLASSES).exactOptional().describe('Kind of failure. Default internal.'),
        source: word.exactOptional().describe('Who failed. Default app.'),
        confirmedBy: z.array(word).exactOptional().describe('Who confirmed it. Default app.'),
        at: instant.exactOptional().describe('When. Default one minute before the claim.'),
      })
      .exactOptional()
      .describe('The failure. Default an internal one where the status is failed.'),
    succeeded: instant.exactOptional().describe('When it succeeded. Default one hour before the claim, where it did.'),
    deliveries: z
      .array(instant)
      .exactOptional()
      .describe('When results were saved, exported or downloaded. Default never.'),
    startedByHolder: z
      .boolean()
      .nullable()
      .exactOptional()
      .describe('Whether the account holder started it; null: not reported. Default true.'),
    requestedStyle: word.exactOptional().describe('Style that was asked for.'),
    deliveredStyle: word.exactOptional().describe('Style that was delivered.'),
    unusableScore: z.int().min(0).max(100).exactOptional().describe('How unusable the result is, 0 to 100.'),
    guidelineViolation: z
      .boolean()
      .exactOptional()
      .describe('Whether the result violates the guidelines of the program.'),
    earlierClaims: z
      .int()
      .min(0)
      .nullable()
      .exactOptional()
      .describe('Earlier claims about it; null: not known any more. Default 0.'),
  })
  .describe('The generation concerned.');

const incidentSchema = z
  .strictObject({
    severity: z.enum(['complete', 'partial']).exactOptional().describe('Default complete.'),
    opened: instant.describe('When it began.'),
    closed: instant.exactOptional().describe('When it ended; absent: it has not.'),
    remedyOffered: z
      .boolean()
      .exactOptional()
      .describe('Whether customers were offered something; absent: not reported.'),
  })
  .describe('An outage.');

const expectSchema = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS).describe('What becomes of the claim.'),
    reasonCode: reasonCodeSchema,
    rule: ruleNameSchema.nullable().describe('The rule that decides; null: facts were missing.'),
    decidedBy: z.enum(['policy', 'floor']).exactOptional().describe("Whose finding it is. Default the policy's."),
    remedy: z.enum(REMEDIES).exactOptional().describe('What is given; absent: nothing.'),
    amountMinor: minor.exactOptional().describe('Cash in minor units; absent: none.'),
    credits: credits.exactOptional().describe('Credits; absent: none.'),
    clauseIds: z.array(clauseIdSchema).exactOptional().describe('Clauses cited; absent: not compared.'),
    missing: z.array(word).exactOptional().describe('What was missing, sorted; absent: nothing.'),
    effects: z.array(word).exactOptional().describe('Kinds of planned effects, sorted; absent: not compared.'),
  })
  .describe('What must come out.');

/** cases/*.case.json: a situation in words and what must come out. What is left out has the default that each property names. */
export const goldenCaseSchema = z
  .strictObject({
    name: z.string().min(1).max(200).describe('What the case shows, in one sentence.'),
    program: policyNameSchema.exactOptional().describe('Cases of the statutory floor: the program under it.'),
    at: z.iso
      .datetime({ offset: true })
      .exactOptional()
      .describe('When the claim is decided. Default 2026-11-20T12:00:00Z.'),
    claim: claimSchema,
    customer: customerSchema.exactOptional(),
    wallet: walletSchema.exactOptional(),
    order: orderSchema.exactOptional(),
    generation: generationSchema.exactOptional(),
    incidents: z.array(incidentSchema).max(50).exactOptional().describe('Outages of the program. Default none.'),
    parameters: z
      .record(parameterNameSchema, parameterValueSchema)
      .exactOptional()
      .describe('Values that differ from those of the policy, in this case only.'),
    floorParameters: z
      .record(parameterNameSchema, parameterValueSchema)
      .exactOptional()
      .describe('The same for the statutory floor.'),
    expect: expectSchema,
  })
  .describe('A golden case.');

/** See {@link goldenCaseSchema}. */
export type GoldenCase = z.infer<typeof goldenCaseSchema>;
/** A golden case's description of an instant; see {@link GOLDEN_INSTANT}. */
export type GoldenInstant = string;
