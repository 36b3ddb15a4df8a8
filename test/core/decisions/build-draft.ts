import type { DecisionDraft } from '../../../server/core/decisions/decision.ts';

const VERSION = { policy: 'anumi', number: 1, digest: 'a1' };

/** A denial by the policy, to be changed part by part. */
export function buildDraft(overrides: Partial<DecisionDraft> = {}): DecisionDraft {
  return {
    semantics: 1,
    disposition: 'denied',
    remedy: null,
    credits: null,
    amountMinor: null,
    currency: null,
    reasonCode: 'CASH_WINDOW_PASSED',
    clauseIds: ['ANUMI-4d'],
    missing: [],
    queue: null,
    policyVersion: VERSION,
    floorVersion: null,
    decisive: 0,
    candidates: [
      {
        basis: 'request_time',
        policy: { version: VERSION, trace: { rules: 'fh', leaves: 'fh' }, rule: 'cash-window-passed', missing: [] },
        decidedBy: 'policy',
        disposition: 'denied',
        reasonCode: 'CASH_WINDOW_PASSED',
      },
    ],
    effects: [],
    nearMiss: null,
    message: { customer: 'The time is over.', internal: 'Denied', locale: 'en' },
    ...overrides,
  };
}
