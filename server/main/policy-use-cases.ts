import type { PolicyUseCases } from '../http/policy-use-cases.ts';
import type { Paged } from '../ports/paging.ts';
import type { Page } from '../ports/paging.ts';
import type { DraftDeps, GoldenDraft } from '../usecases/drafts/draft-deps.ts';
import { discardDraft, withdrawVersion } from '../usecases/drafts/close-version.ts';
import { confirmEmergency, requestEmergency, withdrawEmergency } from '../usecases/drafts/emergency-rollback.ts';
import { getDocument } from '../usecases/drafts/find-document.ts';
import { importPolicy } from '../usecases/drafts/import-policy.ts';
import { approveVersion, rejectVersion } from '../usecases/drafts/judge-draft.ts';
import { listPolicyVersions } from '../usecases/drafts/list-versions.ts';
import { getPolicyVersion, getVersionDigest, presentVersion } from '../usecases/drafts/present-version.ts';
import { previewDraft } from '../usecases/drafts/preview-draft.ts';
import { rebaseDraft } from '../usecases/drafts/rebase-draft.ts';
import { rollBackPolicy } from '../usecases/drafts/roll-back-policy.ts';
import { saveDraft } from '../usecases/drafts/save-draft.ts';
import { acceptCase, acknowledgeFlips } from '../usecases/drafts/settle-flips.ts';
import { startDraft } from '../usecases/drafts/start-draft.ts';
import { submitDraft } from '../usecases/drafts/submit-draft.ts';
import { keepAsCase, tryDraft } from '../usecases/drafts/try-draft.ts';
import { compareVersions } from '../usecases/policies/compare-versions.ts';
import { exportPolicy } from '../usecases/policies/export-policy.ts';
import { getPolicy } from '../usecases/policies/get-policy.ts';
import { listClauses } from '../usecases/policies/list-clauses.ts';
import { listPolicies } from '../usecases/policies/list-policies.ts';

/** What http asks about policies, answered by the use cases in the contract's shapes. */
export function createPolicyUseCases(deps: DraftDeps): PolicyUseCases {
  const shown = async (draft: Promise<GoldenDraft>) => presentVersion(deps, await draft);
  return {
    listPolicies: async (page) => takePage(await listPolicies(deps, namedPolicies(page)), page),
    getPolicy: (policy) => getPolicy(deps, policy),
    listClauses: (policy) => listClauses(deps, policy),
    compareVersions: (policy, from, to) => compareVersions(deps, policy, from, to),
    exportPolicy: (policy, version) => exportPolicy(deps, policy, version),
    importPolicy: (policy, files, actor) => shown(importPolicy(deps, actor, policy, files)),
    rollBackPolicy: (policy, request, actor) => shown(rollBackPolicy(deps, actor, policy, request)),
    requestEmergency: (policy, request, actor) => shown(requestEmergency(deps, actor, policy, request)),
    confirmEmergency: (policy, id, reason, actor) => shown(confirmEmergency(deps, actor, { policy, id, reason })),
    withdrawEmergency: (policy, id, reason, actor) => shown(withdrawEmergency(deps, actor, { policy, id, reason })),
    listPolicyVersions: (page) => listPolicyVersions(deps, page),
    getPolicyVersion: (id) => getPolicyVersion(deps, id),
    getPolicyOf: async (id) => (await getDocument(deps, id)).policy,
    getVersionGate: async (id) => (await getPolicyVersion(deps, id)).gate,
    getVersionDigest: (id) => getVersionDigest(deps, id),
    startDraft: (request, actor) => shown(startDraft(deps, actor, request)),
    saveDraft: (id, save, actor) => shown(saveDraft(deps, actor, id, save)),
    rebaseDraft: (id, { revision, resolutions }, actor) => shown(rebaseDraft(deps, actor, id, resolutions, revision)),
    acknowledgeFlips: (id, flipIds, actor) => shown(acknowledgeFlips(deps, actor, id, flipIds)),
    acceptCase: (id, request, actor) => shown(acceptCase(deps, actor, id, request)),
    submitDraft: (id, request, actor) => shown(submitDraft(deps, actor, id, request)),
    withdrawVersion: (id, reason, actor) => shown(withdrawVersion(deps, actor, id, reason)),
    approveVersion: (id, request, actor) => shown(approveVersion(deps, actor, id, request)),
    rejectVersion: (id, request, actor) => shown(rejectVersion(deps, actor, id, request)),
    discardDraft: (id, reason, actor) => shown(discardDraft(deps, actor, id, reason)),
    previewDraft: (id, request) => previewDraft(deps, id, request),
    tryDraft: (id, request) => tryDraft(deps, id, request),
    keepAsCase: (id, request) => keepAsCase(deps, id, request),
  };
}

/** Policies that a page is narrowed to; null: all. */
function namedPolicies({ filter }: Page): readonly string[] | null {
  const [own, ids] = [filter['program'], filter['id']].map((named) =>
    named === undefined ? null : [named].flat().map(String),
  );
  if (own === null || own === undefined) return ids ?? null;
  return ids === null || ids === undefined ? own : own.filter((name) => ids.includes(name));
}

function takePage<T>(rows: readonly T[], { from, to }: Page): Paged<T> {
  return { items: rows.slice(from, to + 1), total: rows.length };
}
