import type { SemanticDiffView } from '../contract/http/policy-change-view.ts';
import type { GateView } from '../contract/http/policy-gate-view.ts';
import type {
  CaseFromRequest,
  DraftRequest,
  DraftSave,
  PreviewReply,
  PreviewRequest,
  RollbackRequest,
  SubmitRequest,
  TryReply,
  TryRequest,
} from '../contract/http/policy-requests.ts';
import type { DigestReply, PolicyVersionRow, PolicyVersionView } from '../contract/http/policy-version-view.ts';
import type { ClauseRow, PolicyFiles, PolicyRow, PolicyView } from '../contract/http/policy-view.ts';
import type { GoldenCase } from '../contract/rules/golden-case-schema.ts';
import type { MergeSide } from '../core/policies/merge-contents.ts';
import type { Page, Paged } from '../ports/paging.ts';
import type { Actor } from './use-cases.ts';

/** What http needs of policies and of the life of their versions. Every act answers the version as it stands after it. */
export interface PolicyUseCases {
  listPolicies(page: Page): Promise<Paged<PolicyRow>>;
  getPolicy(policy: string): Promise<PolicyView>;
  listClauses(policy: string): Promise<ClauseRow[]>;
  compareVersions(policy: string, from: number, to: number): Promise<SemanticDiffView>;
  exportPolicy(policy: string, version: string | undefined): Promise<PolicyFiles>;
  importPolicy(policy: string, files: Readonly<Record<string, string>>, actor: Actor): Promise<PolicyVersionView>;
  rollBackPolicy(policy: string, request: RollbackRequest, actor: Actor): Promise<PolicyVersionView>;
  requestEmergency(policy: string, request: RollbackRequest, actor: Actor): Promise<PolicyVersionView>;
  confirmEmergency(policy: string, id: string, reason: string, actor: Actor): Promise<PolicyVersionView>;
  withdrawEmergency(policy: string, id: string, reason: string | undefined, actor: Actor): Promise<PolicyVersionView>;
  listPolicyVersions(page: Page): Promise<Paged<PolicyVersionRow>>;
  getPolicyVersion(id: string): Promise<PolicyVersionView>;
  /** Policy of a version or draft. Throws POLICY_VERSION_NOT_FOUND. */
  getPolicyOf(id: string): Promise<string>;
  getVersionGate(id: string): Promise<GateView>;
  getVersionDigest(id: string): Promise<DigestReply>;
  startDraft(request: DraftRequest, actor: Actor): Promise<PolicyVersionView>;
  saveDraft(id: string, save: DraftSave, actor: Actor): Promise<PolicyVersionView>;
  rebaseDraft(
    id: string,
    request: { readonly revision?: number; readonly resolutions?: Readonly<Record<string, MergeSide>> },
    actor: Actor,
  ): Promise<PolicyVersionView>;
  acknowledgeFlips(id: string, flipIds: readonly string[], actor: Actor): Promise<PolicyVersionView>;
  acceptCase(
    id: string,
    request: { readonly caseName: string; readonly reason: string },
    actor: Actor,
  ): Promise<PolicyVersionView>;
  submitDraft(id: string, request: SubmitRequest, actor: Actor): Promise<PolicyVersionView>;
  withdrawVersion(id: string, reason: string | undefined, actor: Actor): Promise<PolicyVersionView>;
  approveVersion(
    id: string,
    request: { readonly digest: string; readonly note?: string },
    actor: Actor,
  ): Promise<PolicyVersionView>;
  rejectVersion(
    id: string,
    request: { readonly digest: string; readonly reason: string },
    actor: Actor,
  ): Promise<PolicyVersionView>;
  discardDraft(id: string, reason: string | undefined, actor: Actor): Promise<PolicyVersionView>;
  previewDraft(id: string, request: PreviewRequest): Promise<PreviewReply>;
  tryDraft(id: string, request: TryRequest): Promise<TryReply>;
  keepAsCase(id: string, request: CaseFromRequest): Promise<GoldenCase>;
}
