import type { CandidateOutcome, DecisionDraft, NearMiss, PlannedEffect } from '../../core/decisions/decision.ts';
import { verdictSentence } from '../../core/decisions/verdict-sentence.ts';
import type { PolicyVersion } from '../../core/policies/policy-version.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import { refVersion } from './evaluate-candidate.ts';
import type { Finding } from './finding.ts';
import { writeCustomerMessage } from './write-customer-message.ts';

/** What a decision is drafted from: the deciding finding, where it comes from, and all that was considered. */
export interface DraftInput {
  readonly record: CaseRecord;
  readonly finding: Finding;
  readonly version: PolicyVersion;
  readonly floor: PolicyVersion | null;
  readonly decisive: number;
  readonly candidates: readonly CandidateOutcome[];
  readonly effects: readonly PlannedEffect[];
  readonly nearMiss: NearMiss | null;
}

/** Puts a decision together with its texts for the customer and for staff. */
export function draftDecision(input: DraftInput): DecisionDraft {
  const { record, finding, version, floor } = input;
  const { grant } = finding;
  const verdict = {
    disposition: finding.disposition,
    remedy: finding.remedy,
    credits: grant?.kind === 'credits' ? grant.credits : null,
    amountMinor: grant?.kind === 'cash' ? grant.amountMinor : null,
    currency: grant?.kind === 'cash' ? grant.currency : null,
    reasonCode: finding.reasonCode,
    clauseIds: finding.clauseIds,
    missing: finding.missing,
    queue: finding.queue,
    policyVersion: refVersion(version),
    floorVersion: floor === null ? null : refVersion(floor),
    decisive: input.decisive,
    candidates: input.candidates,
    nearMiss: input.nearMiss,
  };
  const message = writeCustomerMessage(finding, version.content, floor?.content ?? null, record.claim.locale);
  return {
    semantics: record.semantics,
    ...verdict,
    effects: input.effects,
    message: { ...message, internal: verdictSentence(verdict, 'en') + nameOpenCase(input) },
  };
}

function nameOpenCase({ finding, record }: DraftInput): string {
  return finding.reasonCode === 'ALREADY_OPEN'
    ? `; case ${record.claim.openCaseId ?? ''} waits for a person already`
    : '';
}
