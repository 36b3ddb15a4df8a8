import { formatInstant } from '../../contract/http/instant.ts';
import type { PreviewReply, PreviewRequest } from '../../contract/http/policy-requests.ts';
import { parameterSchema } from '../../contract/rules/parameter-schema.ts';
import { findByName, listRulesOf } from '../../core/policies/list-rules-of.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { lintRuleset } from '../../engine/lint/lint-ruleset.ts';
import { prepareBenches } from './case-bench.ts';
import type { DraftDeps } from './draft-deps.ts';
import { listEffectiveCases } from './effective-cases.ts';
import { getDocument } from './find-document.ts';
import { listFlips } from './list-flips.ts';
import { loadDraftScene } from './policy-scene.ts';
import { NAMELESS } from './present-gate.ts';
import type { NameOf } from './present-gate.ts';
import { resolveWindows } from './resolve-windows.ts';

type Issues = PreviewReply['issues'];

/** What values that are not saved yet would change: boundary cases of these parameters alone, and where windows would end. */
export async function previewDraft(
  deps: DraftDeps,
  id: string,
  request: PreviewRequest,
  nameOf: NameOf = NAMELESS,
): Promise<PreviewReply> {
  const draft = await getDocument(deps, id);
  const scene = await loadDraftScene(deps, draft);
  const names = Object.keys(request.parameters);
  const { content, issues } = applyValues(draft.content, request.parameters);
  issues.push(...listRefused(deps, draft.content, content, names));
  const live = scene.baseline?.content ?? null;
  const windows = await resolveWindows(deps, request, names, { live, draft: content });
  const rules = Object.fromEntries(names.map((name) => [name, listRulesOf(content, name)]));
  if (live === null || issues.length > 0) return { flips: [], total: 0, rules, windows, issues };
  const cases = listEffectiveCases(draft, scene).map((one) => one.golden);
  // Of the live side only these values are exchanged, so that flips are those of these parameters and no others'.
  const benchOf = await prepareBenches(deps, scene, content, cases);
  const others = withValuesOf(content, live, names);
  const flips = listFlips(
    { policy: draft.policy, live: others, draft: content, liveBench: benchOf(others), draftBench: benchOf(content) },
    cases,
  );
  const acknowledged = new Map(
    draft.acknowledgements.map((one) => [one.flipId, { by: nameOf(one.by), at: formatInstant(one.at) }]),
  );
  return {
    flips: flips.map((flip) => ({ ...flip, acknowledged: acknowledged.get(flip.id) ?? null })),
    total: flips.filter((flip) => flip.flips).length,
    rules,
    windows,
    issues,
  };
}

/** The draft with the named parameters as they are live. */
function withValuesOf(content: PolicyContent, live: PolicyContent, names: readonly string[]): PolicyContent {
  return {
    ...content,
    parameters: content.parameters.map((one) => (names.includes(one.name) ? (findByName(live, one.name) ?? one) : one)),
  };
}

function applyValues(
  content: PolicyContent,
  values: PreviewRequest['parameters'],
): { content: PolicyContent; issues: Issues } {
  const issues: Issues = Object.keys(values)
    .filter((name) => findByName(content, name) === undefined)
    .map((parameter) => ({ parameter, message: 'is no parameter of this policy' }));
  const parameters = content.parameters.map((parameter): Parameter => {
    if (!Object.hasOwn(values, parameter.name)) return parameter;
    const { value: _old, ...rest } = parameter;
    const value = values[parameter.name];
    const provenance = value === null ? 'unset' : rest.provenance === 'unset' ? 'confirmed' : rest.provenance;
    const parsed = parameterSchema.safeParse(value === null ? { ...rest, provenance } : { ...rest, provenance, value });
    if (parsed.success) return parsed.data;
    issues.push({ parameter: parameter.name, message: parsed.error.issues[0]?.message ?? 'cannot be saved' });
    return parameter;
  });
  return { content: { ...content, parameters }, issues };
}

/** What the lint refuses of the named parameters and did not refuse before. */
function listRefused(deps: DraftDeps, before: PolicyContent, after: PolicyContent, names: readonly string[]): Issues {
  const known = new Set(lintRuleset(before, deps.dictionary).map((one) => one.path + one.message));
  const index = after.parameters.findIndex((one) => names.includes(one.name));
  return lintRuleset(after, deps.dictionary)
    .filter((one) => !known.has(one.path + one.message))
    .map(({ path, message }) => {
      const [, place] = /^\/parameters\/(\d+)/u.exec(path) ?? [];
      return { parameter: after.parameters[Number(place ?? index)]?.name ?? names[0] ?? '', message };
    });
}
