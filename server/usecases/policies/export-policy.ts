import type { PolicyFiles as FilesReply } from '../../contract/http/policy-view.ts';
import { formatInstant } from '../../contract/http/instant.ts';
import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import { LEFT_OUT } from '../../core/policies/draft.ts';
import { demandSource } from '../drafts/build-draft.ts';
import type { DraftDeps, GoldenDraft, PolicyFolderContent } from '../drafts/draft-deps.ts';
import { listEffectiveCases } from '../drafts/effective-cases.ts';
import { findByNumber, getDocument } from '../drafts/find-document.ts';
import { loadScene } from '../drafts/policy-scene.ts';
import type { PolicyScene } from '../drafts/policy-scene.ts';
import { readKept } from './list-clauses.ts';

const NUMBER = /^[1-9][0-9]{0,8}$/u;

/** A version as files: `version` is a number, the id of a version or draft, or absent for what decides now. Throws POLICY_NOT_FOUND, POLICY_VERSION_NOT_FOUND. */
export async function exportPolicy(deps: DraftDeps, policy: string, version: string | undefined): Promise<FilesReply> {
  const scene = await loadScene(deps, policy, version !== undefined);
  const draft = await findAsked(deps, scene, version);
  return { files: Object.fromEntries(deps.files.render(gatherFolder(draft, scene))) };
}

async function findAsked(deps: DraftDeps, scene: PolicyScene, version: string | undefined): Promise<GoldenDraft> {
  const asked = version ?? String(scene.live?.number ?? 0);
  if (NUMBER.test(asked))
    return demandSource(await findByNumber(deps, scene.policy, Number(asked)), scene.policy, Number(asked));
  const draft = await getDocument(deps, asked);
  return demandSource(draft.policy === scene.policy ? draft : null, scene.policy, 0);
}

/** Everything that a folder of a version holds, imported files before shipped ones. */
function gatherFolder(draft: GoldenDraft, scene: PolicyScene): PolicyFolderContent {
  const kept = readKept(draft);
  const { shipped } = scene;
  const effectiveFrom =
    kept?.effectiveFrom ??
    (draft.sequence === 0 ? shipped?.effectiveFrom : undefined) ??
    formatInstant(draft.approval?.effectiveFrom ?? draft.changedAt);
  const names = {
    ...Object.fromEntries((shipped?.cases ?? []).map((one) => [one.golden.name, one.file])),
    ...kept?.files,
  };
  const taken = new Set<string>();
  const proposed = new Map(draft.accepted.filter((one) => one.proposed).map((one) => [one.caseName, one.expect]));
  const cases = listEffectiveCases(draft, scene)
    .filter((one) => one.needs !== LEFT_OUT)
    .map(({ golden }) => ({
      file: takeFile(names[golden.name] ?? nameFile(golden.name), taken),
      golden: proposed.has(golden.name)
        ? goldenCaseSchema.parse({ ...golden, expect: proposed.get(golden.name) })
        : golden,
    }));
  return {
    content: draft.content,
    effectiveFrom,
    provenance: kept?.provenance ??
      shipped?.provenance ?? { effectiveFrom: 'assumed', zone: 'assumed', versionBasis: 'assumed' },
    providers: kept?.providers ?? shipped?.providers ?? [],
    clauseAccounts:
      kept?.clauseAccounts ??
      shipped?.clauseAccounts ??
      draft.content.clauses.map(({ id, paraphrase }) => ({
        id,
        paraphrase,
        carriedBy: 'not_yet' as const,
        where: 'nothing accounts for it yet',
      })),
    cases: cases.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** Two names may look alike once they are files. */
function takeFile(file: string, taken: Set<string>): string {
  let free = file;
  for (let n = 2; taken.has(free); n += 1) free = file.replace(/\.case\.json$/u, `-${n}.case.json`);
  taken.add(free);
  return free;
}

/** A file name for a case that never had one. */
function nameFile(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return `${words === '' ? 'case' : words.slice(0, 80)}.case.json`;
}
