import type { PolicyUseCases } from '../../server/http/policy-use-cases.ts';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import type { GoldenCase } from '../../server/contract/rules/golden-case-schema.ts';
import { AppError } from '../../server/contract/error-registry.ts';

const AT = '2026-11-20T12:00:00.000Z';
const DIGEST = 'a'.repeat(64);
const owner = { id: 'user/owner', name: 'Owner' };
const NO_CHANGES = { counts: { parameter: 0, rule: 0, matrix: 0, message: 0, basis: 0, case: 0 }, items: [] };
const GATE = {
  lint: [],
  engines: { agreed: 0, disagreements: [] },
  cases: { total: 0, passed: 0, accepted: 0, changed: 0, failed: 0, rows: [] },
  flips: { total: 0, acknowledged: 0, rows: [] },
  open: false,
  reasons: [],
};

/** A draft of a program as the contract shows it. */
export function buildVersionView(program: string): PolicyVersionView {
  const content = {
    policy: program,
    name: program,
    zone: 'UTC',
    country: 'US',
    versionBasis: 'request_time' as const,
    defaultLocale: 'en',
    parameters: [],
    ruleset: { rules: [] },
    messages: {},
    clocks: [],
    clauses: [],
  };
  return {
    id: `${program}.d1`,
    policy: program,
    name: program,
    sequence: 1,
    number: null,
    nextNumber: 2,
    status: 'draft',
    origin: 'edit',
    basedOn: { number: 1 },
    equalTo: null,
    behindLive: false,
    revision: 1,
    savedAt: AT,
    savedBy: owner,
    changedAt: AT,
    changedBy: owner,
    authors: [owner],
    effectiveFrom: null,
    submission: null,
    approval: null,
    rejection: null,
    closing: null,
    digest: DIGEST,
    contentDigest: DIGEST,
    content,
    live: { number: 1, content },
    cases: [],
    acceptedCases: [],
    acknowledgements: [],
    gate: GATE,
    changes: NO_CHANGES,
    takesBack: null,
    scheduledBeside: [],
    basisAt: AT,
  };
}

/** Plausible answers about the policies of one program. A version's id begins with the name of its policy. */
export function createPolicyAnswers(program: string): PolicyUseCases {
  const view = buildVersionView(program);
  const answer = async (): Promise<PolicyVersionView> => view;
  const golden: GoldenCase = {
    name: 'one',
    claim: { about: 'order', reason: 'other' },
    expect: { disposition: 'referred', reasonCode: 'OTHER', rule: null },
  };
  const { digest, revision, status, changedAt, changedBy, ...rest } = view;
  const {
    content: _content,
    live: _live,
    cases: _cases,
    gate,
    changes,
    acknowledgements: _acks,
    acceptedCases: _accepted,
    takesBack: _takesBack,
    scheduledBeside: _beside,
    basisAt: _basisAt,
    contentDigest: _contentDigest,
    ...row
  } = { ...rest, revision, status, changedAt, changedBy };
  const policy = {
    id: program,
    name: program,
    isFloor: false,
    zone: 'UTC',
    versionBasis: 'request_time' as const,
    live: null,
    scheduled: null,
    waiting: 0,
    drafts: 1,
    rules: 1,
    parameters: 0,
    unset: [],
    assumed: 0,
  };
  return {
    listPolicies: async () => ({ items: [policy], total: 1 }),
    getPolicy: async () => ({
      ...policy,
      timeline: [],
      health: { unset: [], assumed: [], clauses: { total: 0, accounted: 0 }, decisions: 0 },
      emergency: null,
    }),
    listClauses: async () => [],
    compareVersions: async () => changes,
    exportPolicy: async () => ({ files: {} }),
    importPolicy: answer,
    rollBackPolicy: answer,
    requestEmergency: answer,
    confirmEmergency: answer,
    withdrawEmergency: answer,
    listPolicyVersions: async () => ({ items: [row], total: 1 }),
    getPolicyVersion: answer,
    getPolicyOf: async (id) => {
      const [policyOf] = id.split('.d');
      if (policyOf === undefined || policyOf === id) throw new AppError('POLICY_VERSION_NOT_FOUND', 'There is none.');
      return policyOf;
    },
    getVersionGate: async () => gate,
    getVersionDigest: async () => ({ digest, revision, status, changedAt, changedBy }),
    startDraft: answer,
    saveDraft: answer,
    rebaseDraft: answer,
    acknowledgeFlips: answer,
    acceptCase: answer,
    submitDraft: answer,
    withdrawVersion: answer,
    approveVersion: answer,
    rejectVersion: answer,
    discardDraft: answer,
    previewDraft: async () => ({ flips: [], total: 0, rules: {}, windows: {}, issues: [] }),
    tryDraft: async () => {
      throw new AppError('CASE_NOT_FOUND', 'There is none.');
    },
    keepAsCase: async () => golden,
  };
}
