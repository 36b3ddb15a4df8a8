import { AppError } from '../../contract/error-registry.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { RequestActor } from '../../core/access/request-actor.ts';
import type { AcceptedCase, DraftOrigin } from '../../core/policies/draft.ts';
import type { Hand } from '../../core/policies/draft-steps.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { buildDraft } from './build-draft.ts';
import { createDraftDocument } from './change-draft.ts';
import type { DraftDeps, GoldenDraft, PolicyBeside, PolicyFolderContent } from './draft-deps.ts';
import { listEffectiveCases } from './effective-cases.ts';
import { findByNumber } from './find-document.ts';
import { noteChanges } from './note-changes.ts';
import { loadScene } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { checkSave } from './save-draft.ts';

/** Makes a draft of a policy as files: it passes the same gate as any other, and is never live by itself. Throws POLICY_INVALID, INVALID_REQUEST where the files are another policy's. */
export async function importPolicy(
  deps: DraftDeps,
  actor: RequestActor,
  policy: string,
  files: Readonly<Record<string, string>>,
): Promise<GoldenDraft> {
  const folder = deps.files.parse(files);
  if (folder.content.policy !== policy)
    throw new AppError('INVALID_REQUEST', `These files are of ${folder.content.policy}.`, {
      errors: [{ pointer: '/files/policy.json', code: 'other_policy', message: `must be of ${policy}` }],
    });
  return draftFolder(deps, actor, folder, 'import');
}

/** Makes a draft of a folder. A policy that has no version yet gets one that begins from nothing. */
export async function draftFolder(
  deps: DraftDeps,
  actor: RequestActor,
  folder: PolicyFolderContent,
  origin: DraftOrigin,
): Promise<GoldenDraft> {
  const { content, ...files } = folder;
  const { policy } = content;
  const scene = await loadScene(deps, policy, true);
  const basedOn = scene.live?.number ?? 0;
  const source = basedOn === 0 ? null : await findByNumber(deps, policy, basedOn);
  return createDraftDocument(deps, actor, policy, async ({ sequence, hand }) => {
    const begun = buildDraft({ policy, sequence, hand, origin, basedOn, content, source }, scene);
    const sorted = sortCases(begun, folder, scene, hand);
    await checkSave(deps, begun, content, sorted.cases);
    const { cases: _cases, ...rest } = files;
    const beside = { ...rest, files: Object.fromEntries(folder.cases.map((one) => [one.golden.name, one.file])) };
    const changes =
      scene.live === null
        ? {}
        : noteChanges(
            { content: scene.live.content, cases: scene.replaced?.cases ?? [] },
            { content, cases: sorted.cases },
          );
    return {
      draft: { ...begun, ...sorted, beside },
      action: 'imported',
      note: { ...changes, detail: { ...changes.detail, cases: folder.cases.length, origin } },
    };
  });
}

/** What an imported draft keeps of the files beside its content. */
export type KeptBeside = Omit<PolicyBeside, 'cases'> & { readonly files: Readonly<Record<string, string>> };

/**
 * Cases of imported files: those that are shipped stay as they are, another outcome of one is proposed until somebody
 * accepts it with a reason, and all others are the owner's own.
 */
function sortCases(
  begun: GoldenDraft,
  { cases }: PolicyBeside,
  scene: PolicyScene,
  hand: Hand,
): Pick<GoldenDraft, 'cases' | 'accepted'> {
  const shipped = new Map((scene.shipped?.cases ?? []).map((one) => [one.golden.name, one.golden]));
  const effective = new Map(
    listEffectiveCases({ cases: [], accepted: begun.accepted, state: begun.state }, scene).map((one) => [
      one.golden.name,
      one.golden,
    ]),
  );
  const own: GoldenCase[] = [];
  const accepted = new Map(begun.accepted.map((one) => [one.caseName, one]));
  for (const { golden } of cases) {
    const original = shipped.get(golden.name);
    if (original === undefined) own.push(golden);
    else if (canonicalise(golden) !== canonicalise(effective.get(golden.name)))
      accepted.set(golden.name, proposeImported(original, golden, hand));
  }
  return { cases: own, accepted: [...accepted.values()] };
}

function proposeImported(original: GoldenCase, golden: GoldenCase, hand: Hand): AcceptedCase {
  const { expect: _was, ...situation } = original;
  const { expect, ...imported } = golden;
  if (canonicalise(situation) !== canonicalise(imported)) {
    throw new AppError(
      'POLICY_INVALID',
      `The case “${golden.name}” is shipped with the service, and the files change what happens in it. Give it another name.`,
    );
  }
  return { caseName: golden.name, expect, reason: 'as it stands in the imported files', proposed: true, ...hand };
}
