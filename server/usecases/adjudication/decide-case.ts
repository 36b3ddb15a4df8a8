import type { Case, Claim } from '../../core/cases/case.ts';
import type { WorkingFile } from '../../core/customers/working-file.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { freezeRecord } from '../../core/records/freeze-record.ts';
import type { DecideInput } from '../../engine/decide/candidate.ts';
import { decide } from '../../engine/decide/decide.ts';
import { decideEngineError } from '../../engine/decide/decide-engine-error.ts';
import { SEMANTICS } from '../../engine/decide/semantics.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import type { Batch } from './batch.ts';
import { recordDecision } from './record-decision.ts';

/** One case to decide: a new one, or `existing` when the customer completed it. */
export interface CaseToDecide {
  readonly file: WorkingFile;
  readonly caseId: string;
  readonly claim: Claim;
  readonly actor: string;
  /** Versions go by the first receipt; epoch ms. */
  readonly firstReceivedAt: number;
  readonly existing?: Case;
}

/** Freezes, decides, reserves, and puts everything that follows into the batch's transaction. */
export async function decideCase(
  deps: AdjudicationDeps,
  batch: Batch,
  task: CaseToDecide,
): Promise<{ kase: Case; decision: StoredDecision }> {
  const { file, caseId } = task;
  const id = batch.nextId();
  const { record, draft } = await reachDecision(deps, batch, task, id);
  const decision: StoredDecision = {
    id,
    caseId,
    program: record.program,
    customerKey: file.key,
    decidedAt: batch.at,
    record,
    recordDigest: digestOf('case_record', canonicalise(record)),
    decision: draft,
    decidedBy: 'system/adjudication',
  };
  return { kase: recordDecision(batch, task, decision), decision };
}

async function reachDecision(
  deps: AdjudicationDeps,
  batch: Batch,
  task: CaseToDecide,
  decisionId: string,
): Promise<{ record: CaseRecord; draft: DecisionDraft }> {
  const { file, claim } = task;
  const { program } = file.customer;
  const { activations } = batch.input;
  const current = await deps.catalogue.findInForce(activations, program, task.firstReceivedAt);
  if (current === null) throw new Error(`Program ${program} has no policy version`);
  const { content } = current.version;
  const zone = file.customer.zone ?? content.zone;
  const { calendars, ...digests } = await deps.calendars.resolve(zone, file.customer.country ?? content.country);
  const record = freezeRecord({
    semantics: SEMANTICS,
    at: batch.at,
    caseId: task.caseId,
    claim,
    file,
    program: content,
    calendars: digests,
    incidents: batch.input.incidents
      .filter((incident) => incident.program === program)
      .map(({ key: _key, program: _program, incidentId, ...incident }) => ({ id: incidentId, ...incident })),
  });
  const candidates = await deps.catalogue.selectCandidates(
    activations,
    program,
    task.firstReceivedAt,
    record.order?.paidAt,
  );
  const startedAt = performance.now();
  const draft = decideSafely(deps, { record, calendars, candidates, ids: { decisionId } });
  deps.telemetry.observeDecision(program, (performance.now() - startedAt) / 1_000);
  return { record, draft };
}

/** An exception inside `decide` refers that one claim; it never takes its neighbours along. */
function decideSafely(deps: AdjudicationDeps, input: DecideInput): DecisionDraft {
  try {
    return decide(input);
  } catch (error) {
    deps.log.error(
      { err: error, decisionId: input.ids.decisionId, program: input.record.program },
      'The engine failed on a case; it was referred.',
    );
    return decideEngineError(input);
  }
}
