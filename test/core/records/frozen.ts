import type { Claim } from '../../../server/core/cases/case.ts';
import type { ClaimMark } from '../../../server/core/customers/customer-file.ts';
import type { WorkingFile } from '../../../server/core/customers/working-file.ts';
import type { CaseRecord } from '../../../server/core/records/case-record.ts';
import { freezeRecord, type FreezeInput } from '../../../server/core/records/freeze-record.ts';
import { NOON } from '../../builders/working-file.ts';

/** A claim on the order `o` for cash, sent and received a day after NOON. */
function buildClaim(change: Partial<Claim> = {}): Claim {
  return {
    automatic: false,
    reason: 'unused_credits',
    issue: 'other',
    remedy: 'cash',
    channel: 'api',
    subject: { type: 'order', id: 'o' },
    sentAt: NOON + 86_400_000,
    receivedAt: NOON + 86_400_000,
    fields: [],
    evidence: [],
    ...change,
  };
}

/** A mark of an earlier claim. */
export function buildMark(change: Partial<ClaimMark> = {}): ClaimMark {
  return { at: NOON, sentAt: NOON, caseId: 'earlier', automatic: false, needsInfo: false, ...change };
}

/** Freezes a claim of case `case` a day after NOON. */
export function freeze(file: WorkingFile, claim: Partial<Claim> = {}, change: Partial<FreezeInput> = {}): CaseRecord {
  return freezeRecord({
    semantics: 1,
    at: NOON + 86_400_000,
    caseId: 'case',
    claim: buildClaim(claim),
    file,
    incidents: [],
    program: { zone: 'UTC', defaultLocale: 'en' },
    calendars: { zone: 'z', holidays: 'h' },
    ...change,
  });
}
