import { formatInstant } from '../../contract/http/instant.ts';
import type { DigestReply, PolicyVersionRow, PolicyVersionView } from '../../contract/http/policy-version-view.ts';
import { presentDiff } from '../../contract/http/policy-change-view.ts';
import type { SemanticDiffView } from '../../contract/http/policy-change-view.ts';
import { deriveStatus, listScheduled } from '../../core/policies/draft.ts';
import { diffContents } from '../../core/policies/diff-contents.ts';
import type { DiffItem } from '../../core/policies/diff-item.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { digestContent } from '../../core/policies/submission-digest.ts';
import type { DraftSummary } from '../../ports/drafts.ts';
import { diffCases } from './diff-cases.ts';
import { digestNow } from './digest-now.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { findByNumber, getDocument } from './find-document.ts';
import { listActors, namePeople } from './name-people.ts';
import { loadDraftScene, nextNumber } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { presentGate } from './present-gate.ts';
import type { NameOf } from './present-gate.ts';
import { runGate } from './run-gate.ts';

/** What a row of a list needs to know of a policy. */
export type RowScene = Pick<PolicyScene, 'activations' | 'now' | 'live'>;

/** A version or draft as lists show it. */
export function presentVersionRow(
  draft: DraftSummary,
  scene: RowScene & { readonly name: string; readonly nextNumber: number },
  nameOf: NameOf,
): PolicyVersionRow {
  const { submission, approval, rejection, closing } = draft;
  const status = deriveStatus(draft as GoldenDraft, scene.activations, scene.now);
  const effective = approval?.effectiveFrom ?? submission?.effectiveAt ?? null;
  const who = <T extends { readonly by: string; readonly at: number }>(one: T) => ({
    by: nameOf(one.by),
    at: formatInstant(one.at),
  });
  return {
    id: draft.id,
    policy: draft.policy,
    name: scene.name,
    sequence: draft.sequence === 0 ? null : draft.sequence,
    number: approval?.number ?? null,
    nextNumber: approval?.number ?? scene.nextNumber,
    status,
    origin: draft.origin,
    basedOn: { number: draft.basedOn },
    equalTo: draft.equalTo ?? null,
    behindLive: draft.state !== 'approved' && draft.state !== 'discarded' && draft.basedOn < (scene.live?.number ?? 0),
    revision: draft.revision,
    savedAt: formatInstant(draft.savedAt),
    savedBy: nameOf(draft.savedBy),
    changedAt: formatInstant(draft.changedAt),
    changedBy: nameOf(draft.changedBy),
    authors: draft.authors.map(nameOf),
    effectiveFrom: effective === null ? null : formatInstant(effective),
    submission:
      submission === undefined
        ? null
        : {
            ...who(submission),
            effectiveAt: submission.effectiveAt === null ? null : formatInstant(submission.effectiveAt),
            zone: submission.zone,
            reason: submission.reason,
            digest: submission.digest,
          },
    approval:
      approval === undefined
        ? null
        : {
            ...who(approval),
            digest: approval.digest,
            effectiveFrom: formatInstant(approval.effectiveFrom),
            note: approval.note ?? null,
          },
    rejection:
      rejection === undefined ? null : { ...who(rejection), digest: rejection.digest, reason: rejection.reason },
    closing: closing === undefined ? null : { ...who(closing), reason: closing.reason ?? null },
  };
}

/** A version or draft with everything that an editor or an approver looks at. Throws POLICY_VERSION_NOT_FOUND. */
export async function getPolicyVersion(deps: DraftDeps, id: string): Promise<PolicyVersionView> {
  return presentVersion(deps, await getDocument(deps, id));
}

/** See {@link getPolicyVersion}. */
export async function presentVersion(deps: DraftDeps, draft: GoldenDraft): Promise<PolicyVersionView> {
  const scene = await loadDraftScene(deps, draft);
  const base = await findByNumber(deps, draft.policy, draft.basedOn);
  const live = scene.live?.content ?? null;
  const baseline = selectBaseline(draft, base, scene);
  const run = await runGate(deps, draft, scene, baseline);
  const nameOf = await namePeople(deps, listActors(draft));
  const row = presentVersionRow(draft, { ...scene, name: draft.content.name, nextNumber: nextNumber(scene) }, nameOf);
  return {
    ...row,
    digest: digestNow(draft, scene, run),
    contentDigest: digestContent(draft.content),
    content: draft.content,
    live: scene.live === null ? null : { number: scene.live.number, content: scene.live.content },
    cases: [...draft.cases],
    acceptedCases: draft.accepted
      .filter((one) => one.proposed !== true)
      .map(({ caseName, reason, by, at }) => ({
        caseName,
        reason,
        by: nameOf(by),
        at: formatInstant(at),
      })),
    acknowledgements: draft.acknowledgements.map(({ flipId, by, at }) => ({
      flipId,
      by: nameOf(by),
      at: formatInstant(at),
    })),
    gate: presentGate(run, draft, nameOf),
    changes: describeChanges(
      baseline,
      draft.content,
      diffCases(draft.state === 'approved' ? base : scene.replaced, draft),
    ),
    takesBack:
      row.behindLive && base !== null && live !== null
        ? describeChanges(base.content, live, diffCases(base, scene.replaced ?? { cases: [], accepted: [] }))
        : null,
    scheduledBeside: listScheduled(scene.activations, scene.now)
      .filter((one) => one.number !== draft.approval?.number)
      .map(({ number, effectiveFrom }) => ({ number, at: formatInstant(effectiveFrom) })),
    basisAt: formatInstant(scene.now),
  };
}

/** What was approved is told against what it replaced, `base`; all else against what it would replace now. */
function selectBaseline(draft: GoldenDraft, base: GoldenDraft | null, scene: PolicyScene): PolicyContent | null {
  return (draft.state === 'approved' ? base?.content : scene.baseline?.content) ?? null;
}

/** What stands now, as one digest: cheap enough to be asked every few seconds, since test results are remembered. */
export async function getVersionDigest(deps: DraftDeps, id: string): Promise<DigestReply> {
  const draft = await getDocument(deps, id);
  const scene = await loadDraftScene(deps, draft);
  const base = draft.state === 'approved' ? await findByNumber(deps, draft.policy, draft.basedOn) : null;
  const nameOf = await namePeople(deps, [draft.changedBy]);
  return {
    digest: digestNow(draft, scene, await runGate(deps, draft, scene, selectBaseline(draft, base, scene))),
    revision: draft.revision,
    status: deriveStatus(draft, scene.activations, scene.now),
    changedAt: formatInstant(draft.changedAt),
    changedBy: nameOf(draft.changedBy),
  };
}

/** Changes between two contents as the contract shows them, with further ones beside. */
export function describeChanges(
  before: PolicyContent | null,
  after: PolicyContent,
  further: readonly DiffItem[],
): SemanticDiffView {
  const empty = { ...after, parameters: [], ruleset: { rules: [] }, messages: {} };
  const stated = new Set(
    (before?.parameters ?? []).filter((one) => one.provenance === 'stated').map((one) => one.name),
  );
  return presentDiff([...diffContents(before ?? empty, after), ...further], stated);
}
