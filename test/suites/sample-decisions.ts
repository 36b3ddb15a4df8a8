import type { DecisionDraft } from '../../server/core/decisions/decision.ts';
import type { CaseRecord } from '../../server/core/records/case-record.ts';
import type { StoredDecision } from '../../server/ports/unit-of-work.ts';
import { keyOf, NOON, PROGRAM } from './sample-documents.ts';

type Change<T> = Partial<T>;

const VERSION = { policy: PROGRAM, number: 1, digest: 'cd' };
const OUTCOME = { version: VERSION, trace: { rules: 'f', leaves: 'f' }, missing: [] };

export function sampleDraft(change: Change<DecisionDraft> = {}): DecisionDraft {
  return {
    semantics: 1,
    disposition: 'denied',
    remedy: null,
    credits: null,
    amountMinor: null,
    currency: null,
    reasonCode: 'WINDOW_PASSED',
    clauseIds: [],
    missing: [],
    queue: null,
    policyVersion: VERSION,
    floorVersion: null,
    decisive: 0,
    effects: [],
    nearMiss: null,
    message: { customer: 'No.', internal: 'Too late.', locale: 'en' },
    candidates: [
      {
        basis: 'request_time',
        policy: OUTCOME,
        decidedBy: 'policy',
        disposition: 'denied',
        reasonCode: 'WINDOW_PASSED',
      },
    ],
    ...change,
  };
}

function sampleRecord(customerId: string, caseId: string): CaseRecord {
  return {
    schema: 1,
    semantics: 1,
    program: PROGRAM,
    at: NOON,
    subjectKnown: false,
    incidents: [],
    calendars: { zone: 'z', holidays: 'h' },
    claim: {
      id: caseId,
      automatic: false,
      reason: 'unused_credits',
      issue: 'other',
      remedy: 'cash',
      channel: 'api',
      subject: { type: 'order', id: 'o1' },
      sentAt: NOON,
      receivedAt: NOON,
      fields: [],
      evidence: [],
      locale: 'en',
    },
    customer: {
      id: customerId,
      status: 'active',
      zone: 'UTC',
      claimedAt: [],
      paidAt: [],
      refundedAt: [],
      refundedOrders: [],
      historyTruncated: false,
    },
  };
}

export function sampleDecision(customerId: string, id: string, change: Change<StoredDecision> = {}): StoredDecision {
  const caseId = change.caseId ?? id.replace(/^d-/, '');
  return {
    id,
    caseId,
    program: PROGRAM,
    customerKey: keyOf(customerId),
    decidedAt: NOON,
    record: sampleRecord(customerId, caseId),
    recordDigest: 'ef',
    decision: sampleDraft(),
    decidedBy: 'system/adjudication',
    ...change,
  };
}
