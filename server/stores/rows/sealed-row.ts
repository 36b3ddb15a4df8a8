import { sealDocument } from '../../core/audit/canonical-document.ts';
import type { CanonicalDocument } from '../../core/audit/canonical-document.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import type { HolidayCalendar, ZoneCalendar } from '../../core/calendars/calendar.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { Activation, PolicyVersion } from '../../core/policies/policy-version.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';

/** Program of a document that belongs to none. */
const NO_PROGRAM = '*';

/** A decision with copies of what lists select by. */
export type DecisionRow = CanonicalDocument & {
  readonly caseId: string;
  readonly disposition: string;
  readonly reasonCode: string;
  readonly policyNumber: number;
  /** What was granted, and what was missing; absent where nothing was. */
  readonly credits?: number;
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly missing?: readonly string[];
};
/** A ledger entry, named by its key so that it cannot be posted twice, with copies of what lists select by. */
export type EntryRow = CanonicalDocument & {
  readonly entryKind: string;
  readonly walletId?: string;
  readonly orderId?: string;
  readonly caseId?: string;
  readonly decisionId?: string;
};
export type AuditRow = CanonicalDocument & {
  readonly action: string;
  readonly actor: string;
  /** `user`, `key`, `system` or `anonymous`. */
  readonly actorKind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly requestId?: string;
};
export type VersionRow = CanonicalDocument & { readonly number: number };
export type ActivationRow = CanonicalDocument;
export type CalendarRow = CanonicalDocument;

/** Seals a decision with its record. */
export function sealDecision(decision: StoredDecision): DecisionRow {
  const { id, program, decidedAt, caseId } = decision;
  const sealed = sealDocument({ id, program, kind: 'decision', schema: 1, at: decidedAt, body: decision });
  const { disposition, reasonCode, policyVersion, credits, amountMinor, currency, missing } = decision.decision;
  return {
    ...sealed,
    caseId,
    disposition,
    reasonCode,
    policyNumber: policyVersion.number,
    ...(credits === null ? {} : { credits }),
    ...(amountMinor === null || currency === null ? {} : { amountMinor, currency }),
    ...(missing.length === 0 ? {} : { missing }),
  };
}

/** Seals a ledger entry. */
export function sealEntry(entry: LedgerEntry): EntryRow {
  const { key, program, recordedAt, walletId, orderId, caseId, decisionId } = entry;
  const sealed = sealDocument({ id: key, program, kind: 'ledger_entry', schema: 1, at: recordedAt, body: entry });
  return {
    ...sealed,
    entryKind: entry.kind,
    ...(walletId === undefined ? {} : { walletId }),
    ...(orderId === undefined ? {} : { orderId }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(decisionId === undefined ? {} : { decisionId }),
  };
}

/** Seals an audit event. */
export function sealAuditEvent(event: AuditEvent): AuditRow {
  const { id, at, action, actor, subject, requestId } = event;
  const program = event.program ?? NO_PROGRAM;
  const sealed = sealDocument({ id, program, kind: 'audit_event', schema: 1, at, body: event });
  const [actorKind = 'system'] = actor.split('/', 1);
  return {
    ...sealed,
    action,
    actor,
    actorKind,
    subjectType: subject.type,
    subjectId: subject.id,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** Seals a policy version. `at`: when it is appended, epoch ms. */
export function sealVersion(version: PolicyVersion, at: number): VersionRow {
  const { policy, number } = version;
  const sealed = sealDocument({
    id: versionId(policy, number),
    program: policy,
    kind: 'policy_version',
    schema: 1,
    at,
    body: version,
  });
  return { ...sealed, number };
}

/** Name of a policy version. */
export function versionId(policy: string, number: number): string {
  return `${policy}/${number}`;
}

/** Seals an activation. */
export function sealActivation(activation: Activation): ActivationRow {
  const { id, policy, recordedAt } = activation;
  return sealDocument({ id, program: policy, kind: 'activation', schema: 1, at: recordedAt, body: activation });
}

/** Seals a calendar under the digest by which records name it. */
export function sealCalendar(digest: string, calendar: ZoneCalendar | HolidayCalendar): CalendarRow {
  return sealDocument({ id: digest, program: NO_PROGRAM, kind: 'calendar', schema: 1, at: 0, body: calendar });
}

/** Seals the list of what one transaction sealed: a later chain over journals covers every document. */
export function sealJournal(id: string, at: number, documents: readonly CanonicalDocument[]): CanonicalDocument {
  const programs = new Set(documents.map((document) => document.program));
  const [only] = programs;
  const program = programs.size === 1 && only !== undefined ? only : NO_PROGRAM;
  const digests = documents.map((document) => [document.kind, document._id, document.digest]);
  return sealDocument({ id, program, kind: 'journal', schema: 1, at, body: { documents: digests } });
}

/** What was sealed, from its text. The text was written by us in canonical form, so nothing is checked here; `verify` does. */
export function openSealed<T>(row: Pick<CanonicalDocument, 'body'>): T {
  return JSON.parse(row.body) as T;
}
