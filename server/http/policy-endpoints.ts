import type { Endpoint } from './define-endpoint.ts';
import { acceptCase } from './endpoints/accept-case.ts';
import { acknowledgeFlips } from './endpoints/acknowledge-flips.ts';
import { approveVersion } from './endpoints/approve-version.ts';
import { compareVersions } from './endpoints/compare-versions.ts';
import { confirmEmergency } from './endpoints/confirm-emergency.ts';
import { discardDraft } from './endpoints/discard-draft.ts';
import { exportPolicy } from './endpoints/export-policy.ts';
import { getPolicy } from './endpoints/get-policy.ts';
import { getPolicyVersion } from './endpoints/get-policy-version.ts';
import { getVersionDigest } from './endpoints/get-version-digest.ts';
import { getVersionGate } from './endpoints/get-version-gate.ts';
import { importPolicy } from './endpoints/import-policy.ts';
import { keepAsCase } from './endpoints/keep-as-case.ts';
import { listClauses } from './endpoints/list-clauses.ts';
import { listPolicies } from './endpoints/list-policies.ts';
import { listPolicyVersions } from './endpoints/list-policy-versions.ts';
import { previewDraft } from './endpoints/preview-draft.ts';
import { rebaseDraft } from './endpoints/rebase-draft.ts';
import { rejectVersion } from './endpoints/reject-version.ts';
import { requestEmergency } from './endpoints/request-emergency.ts';
import { rollBackPolicy } from './endpoints/roll-back-policy.ts';
import { saveDraft } from './endpoints/save-draft.ts';
import { startDraft } from './endpoints/start-draft.ts';
import { submitDraft } from './endpoints/submit-draft.ts';
import { tryDraft } from './endpoints/try-draft.ts';
import { withdrawEmergency } from './endpoints/withdraw-emergency.ts';
import { withdrawVersion } from './endpoints/withdraw-version.ts';

/** Policies and the life of their versions. No key may do any of it: people do, under their own names. */
export const POLICY_ENDPOINTS: readonly Endpoint[] = [
  listPolicies,
  getPolicy,
  listClauses,
  compareVersions,
  exportPolicy,
  importPolicy,
  rollBackPolicy,
  requestEmergency,
  confirmEmergency,
  withdrawEmergency,
  listPolicyVersions,
  startDraft,
  getPolicyVersion,
  saveDraft,
  getVersionGate,
  getVersionDigest,
  previewDraft,
  tryDraft,
  keepAsCase,
  acknowledgeFlips,
  acceptCase,
  rebaseDraft,
  submitDraft,
  withdrawVersion,
  approveVersion,
  rejectVersion,
  discardDraft,
];
