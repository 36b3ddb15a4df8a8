import { AppError } from '../../contract/error-registry.ts';
import { presentEvaluation } from '../../contract/http/decision-view.ts';
import type { CaseFromRequest, TryReply, TryRequest } from '../../contract/http/policy-requests.ts';
import type { EvaluationReply } from '../../contract/http/replies.ts';
import { goldenCaseSchema } from '../../contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { DecideInput } from '../../engine/decide/candidate.ts';
import { decide } from '../../engine/decide/decide.ts';
import { traceDecision } from '../cases/trace-decision.ts';
import { prepareBenches } from './case-bench.ts';
import type { DraftDeps, GoldenDraft } from './draft-deps.ts';
import { listEffectiveCases } from './effective-cases.ts';
import { expectDecision } from './expected-words.ts';
import { getDocument } from './find-document.ts';
import { describeRecord } from './describe-record.ts';
import { loadDraftScene } from './policy-scene.ts';
import type { PolicyScene } from './policy-scene.ts';
import { prepareInput } from './quick-run.ts';
import { chooseTriedVersions } from './tried-versions.ts';

/** A situation in words; its outcome and its name do not count here. */
const PLACEHOLDER = { name: 'tried', expect: { disposition: 'referred', reasonCode: 'TRIED', rule: null } } as const;

type Asked = Pick<TryRequest, 'caseId' | 'caseName' | 'record' | 'situation'>;

/** Decides the same by the draft and by what is live, without effects. Throws CASE_NOT_FOUND, INVALID_REQUEST, POLICY_INVALID where the draft cannot be compiled. */
export async function tryDraft(deps: DraftDeps, id: string, request: TryRequest): Promise<TryReply> {
  const draft = await getDocument(deps, id);
  const scene = await loadDraftScene(deps, draft);
  const build = await prepare(deps, draft, scene, request);
  const own = evaluate(await build('draft'), request.at);
  const live = scene.live === null ? null : evaluate(await build('live'), request.at);
  const brief = ({ disposition, reasonCode, remedy, credits, amountMinor }: DecisionDraft): string =>
    canonicalise([disposition, reasonCode, remedy, credits, amountMinor]);
  return {
    live: live?.reply ?? null,
    draft: own.reply,
    differs: live === null || brief(live.decision) !== brief(own.decision),
  };
}

/** A case of the draft's own from something that was tried: the situation without anybody's ids, and what is live expects. */
export async function keepAsCase(deps: DraftDeps, id: string, request: CaseFromRequest): Promise<GoldenCase> {
  const draft = await getDocument(deps, id);
  const scene = await loadDraftScene(deps, draft);
  const situation = await describeSituation(deps, draft, scene, request);
  const golden = goldenCaseSchema.parse({ ...situation, ...PLACEHOLDER, name: request.name });
  const build = await prepare(deps, draft, scene, { situation: golden });
  const { decision } = evaluate(await build('live'), undefined);
  return goldenCaseSchema.parse({ ...golden, expect: expectDecision(decision) });
}

async function describeSituation(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  asked: Asked,
): Promise<Omit<GoldenCase, 'name' | 'expect'>> {
  if (asked.situation !== undefined) return asked.situation;
  if (asked.caseName !== undefined) {
    const { name: _name, expect: _expect, ...situation } = findCase(draft, scene, asked.caseName);
    return situation;
  }
  return describeRecord(await findRecord(deps, draft, scene, asked), draft.policy);
}

/** A side of a trial: the draft's content, or what is live. */
type Side = 'live' | 'draft';

/** What is decided, by either side. */
async function prepare(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  asked: Asked,
): Promise<(side: Side) => Promise<DecideInput>> {
  if (asked.caseId !== undefined || asked.record !== undefined) {
    const record = await findRecord(deps, draft, scene, asked);
    const calendars = await deps.calendars.get(record.calendars);
    const activations = await deps.catalogue.loadActivations([record.program]);
    return async (side) => ({
      record,
      calendars,
      candidates: await chooseTriedVersions(deps, draft.policy, side === 'live' ? null : draft.content, {
        record,
        activations,
        now: scene.now,
      }),
      ids: { decisionId: 'tried' },
    });
  }
  const golden =
    asked.caseName === undefined
      ? goldenCaseSchema.parse({ ...asked.situation, ...PLACEHOLDER })
      : findCase(draft, scene, asked.caseName);
  const benchOf = await prepareBenches(deps, scene, draft.content, [golden]);
  const live = scene.live?.content ?? draft.content;
  return async (side) => prepareInput(golden, draft.policy, benchOf(side === 'live' ? live : draft.content));
}

function findCase(draft: GoldenDraft, scene: PolicyScene, name: string): GoldenCase {
  const found = listEffectiveCases(draft, scene).find((one) => one.golden.name === name);
  if (found === undefined) throw new AppError('CASE_NOT_FOUND', 'There is no case of this name.');
  return found.golden;
}

async function findRecord(
  deps: DraftDeps,
  draft: GoldenDraft,
  scene: PolicyScene,
  { caseId, record }: Asked,
): Promise<CaseRecord> {
  const belongs = (program: string): boolean => program === draft.policy || scene.programs.has(program);
  if (record !== undefined) {
    if (!belongs(record.program)) throw new AppError('INVALID_REQUEST', `The record is not of ${draft.policy}.`);
    return record;
  }
  const kase = caseId === undefined ? null : await deps.reads.findCase(caseId);
  const [stored] = kase === null || !belongs(kase.program) ? [] : await deps.reads.findDecisions([kase.decisionId]);
  if (stored === undefined)
    throw new AppError('CASE_NOT_FOUND', `There is no case ${caseId ?? ''} of ${draft.policy}.`);
  return stored.record;
}

function evaluate(
  prepared: DecideInput,
  at: number | undefined,
): { readonly reply: EvaluationReply; readonly decision: DecisionDraft } {
  const input = at === undefined ? prepared : { ...prepared, record: { ...prepared.record, at } };
  const { record } = input;
  let decision: DecisionDraft;
  try {
    decision = decide(input);
  } catch (error) {
    throw new AppError('POLICY_INVALID', 'This cannot be decided: no rule held, or the record is of another release.', {
      cause: error,
    });
  }
  const shown = presentEvaluation({
    program: record.program,
    decidedAt: record.at,
    recordDigest: digestOf('case_record', canonicalise(record)),
    decision,
  });
  return { decision, reply: { decision: shown, trace: traceDecision(input, decision, null) } };
}
