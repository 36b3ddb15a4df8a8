import type { CaseRecord } from '../../core/records/case-record.ts';
import type { Finding } from './finding.ts';

/** A second claim that would only wait for a person beside the first one is answered by the first: one person, one case. */
export function yieldToOpenCase(finding: Finding, record: CaseRecord): Finding {
  if (finding.disposition !== 'referred' || record.claim.openCaseId === undefined) return finding;
  return { ...finding, disposition: 'no_action', reasonCode: 'ALREADY_OPEN', missing: [], queue: null, params: null };
}
