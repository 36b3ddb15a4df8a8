import type {
  CaseRecord,
  RecordedGeneration,
  RecordedIncident,
  RecordedLot,
  RecordedOrder,
} from '../../server/core/records/case-record.ts';
import { mergeDeep, type DeepPartial } from './deep-partial.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the cases of these builders are decided: a Wednesday. */
export const DECIDED_AT = Date.parse('2026-07-15T12:00:00.000Z');
/** When their claims are sent, an hour earlier. */
export const SENT_AT = DECIDED_AT - HOUR_MS;
/** When their orders are paid, a day before the claim. */
export const PAID_AT = SENT_AT - DAY_MS;

const LOT: RecordedLot = {
  id: 'order-1',
  source: 'order',
  cashable: true,
  orderId: 'order-1',
  createdAt: PAID_AT,
  total: 100,
  remaining: 100,
  held: 0,
  restoring: 0,
  forfeiting: 0,
  consumed: 0,
  restored: 0,
  voided: 0,
  forfeited: 0,
  delivered: 0,
};

const ORDER: RecordedOrder = {
  id: 'order-1',
  sku: 'pack-100',
  provider: 'sandbox',
  currency: 'EUR',
  amountMinor: 999,
  paidAt: PAID_AT,
  refundedMinor: 0,
  refundingMinor: 0,
  refundedExternallyMinor: 0,
  cashSettled: false,
  refundsReversed: 0,
  creditsBought: 100,
  lot: LOT,
  dispute: 'none',
  contactedBeforeDispute: false,
  withdrawalWaived: false,
};

const GENERATION: RecordedGeneration = {
  id: 'generation-1',
  status: 'charged',
  feature: 'quick_remix',
  surface: 'single',
  credits: 5,
  chargedAt: SENT_AT - 2 * HOUR_MS,
  creditsRestored: 0,
  restored: false,
  remediesReversed: 0,
  consumption: [{ lotId: 'order-1', credits: 5, restored: 0 }],
  deliveries: [],
  earlierClaims: 0,
};

const RECORD: CaseRecord = {
  schema: 1,
  semantics: 1,
  program: 'anumi',
  at: DECIDED_AT,
  claim: {
    id: 'claim-1',
    automatic: false,
    reason: 'unused_credits',
    issue: 'other',
    remedy: 'cash',
    channel: 'api',
    subject: { type: 'order', id: 'order-1' },
    sentAt: SENT_AT,
    receivedAt: SENT_AT,
    fields: ['description', 'orderId'],
    evidence: [],
    locale: 'en',
  },
  subjectKnown: true,
  customer: {
    id: 'customer-1',
    status: 'active',
    country: 'US',
    isConsumer: true,
    zone: 'UTC',
    claimedAt: [],
    paidAt: [PAID_AT],
    refundedAt: [],
    refundedOrders: [],
    historyTruncated: false,
  },
  wallet: {
    id: 'wallet-1',
    courtesyGrantedAt: [],
    moderationRestoredAt: [],
    qualityRefundedAt: [],
    historyTruncated: false,
    lots: [LOT],
  },
  order: ORDER,
  incidents: [],
  calendars: { zone: 'utc', holidays: 'none' },
};

/**
 * A claim for cash about an unused order, paid a day ago. An override that names a `generation` starts from a charged
 * one; an override of `undefined` removes the part (`{ order: undefined }`).
 */
export function buildCaseRecord(overrides: DeepPartial<CaseRecord> = {}): CaseRecord {
  const base = overrides.generation === undefined ? RECORD : { ...RECORD, generation: GENERATION };
  return mergeDeep(base, overrides);
}

/** A claim for credits about a charged generation that the default order's lot paid. */
export function buildGenerationRecord(overrides: DeepPartial<CaseRecord> = {}): CaseRecord {
  const base = mergeDeep<CaseRecord>(
    { ...RECORD, generation: GENERATION },
    {
      claim: {
        reason: 'poor_quality',
        remedy: 'credits',
        subject: { type: 'generation', id: 'generation-1' },
        fields: ['details'],
      },
      order: { lot: { remaining: 95, consumed: 5 } },
      wallet: { lots: [{ ...LOT, remaining: 95, consumed: 5 }] },
    },
  );
  return mergeDeep(base, overrides);
}

/** An automatic claim about a generation that failed for a reason of the app's, confirmed by the app. */
export function buildFailureRecord(overrides: DeepPartial<CaseRecord> = {}): CaseRecord {
  const base = buildGenerationRecord({
    claim: { automatic: true, reason: 'failed_generation', fields: [] },
    generation: {
      status: 'failed',
      failure: { class: 'internal', source: 'app', confirmedBy: ['app'], at: SENT_AT - HOUR_MS },
    },
  });
  return mergeDeep(base, overrides);
}

/** A claim about the wallet itself: no order is concerned. */
export function buildWalletRecord(overrides: DeepPartial<CaseRecord> = {}): CaseRecord {
  const base = buildCaseRecord({
    claim: { reason: 'balance_dispute', remedy: 'credits', subject: { type: 'wallet', id: 'wallet-1' } },
    order: undefined,
  });
  return mergeDeep(base, overrides);
}

/** A claim about something that does not exist or is somebody else's: nothing of the subject is recorded. */
export function buildUnknownSubjectRecord(overrides: DeepPartial<CaseRecord> = {}): CaseRecord {
  const base = buildCaseRecord({ subjectKnown: false, order: undefined, wallet: undefined });
  return mergeDeep(base, overrides);
}

/** A complete incident, still open unless told otherwise. */
export function buildIncident(overrides: DeepPartial<RecordedIncident> = {}): RecordedIncident {
  return mergeDeep<RecordedIncident>(
    { id: 'incident-1', severity: 'complete', openedAt: SENT_AT - HOUR_MS },
    overrides,
  );
}
