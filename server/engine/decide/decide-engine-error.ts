import type { DecisionDraft } from '../../core/decisions/decision.ts';
import type { DecideInput } from './candidate.ts';
import { draftDecision } from './draft-decision.ts';
import { refVersion } from './evaluate-candidate.ts';
import { referFor } from './finding.ts';

/**
 * The decision on a claim on which `decide` threw: it waits for a person, and nothing is granted, taken or set aside.
 * Runs no rule, since one of them may be what threw; the traces are empty.
 */
export function decideEngineError(input: Pick<DecideInput, 'record' | 'candidates'>): DecisionDraft {
  const { record, candidates } = input;
  const finding = referFor('ENGINE_ERROR', [], true);
  return draftDecision({
    record,
    finding,
    version: candidates[0].version,
    floor: null,
    decisive: 0,
    candidates: candidates.map(({ basis, version }) => ({
      basis,
      policy: { version: refVersion(version), trace: { rules: '', leaves: '' }, missing: [] },
      decidedBy: 'policy',
      disposition: finding.disposition,
      reasonCode: finding.reasonCode,
    })),
    effects: [],
    nearMiss: null,
  });
}
