import { AppError } from '../../contract/error-registry.ts';
import { presentEvaluation } from '../../contract/http/decision-view.ts';
import type { EvaluationReply } from '../../contract/http/replies.ts';
import type { EvaluationRequest } from '../../contract/http/requests.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { Candidates } from '../../engine/decide/candidate.ts';
import { decide } from '../../engine/decide/decide.ts';
import { decideBySemantics } from '../../engine/decide/decide-by-semantics.ts';
import type { CalendarLibrary, Ids } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';
import { traceDecision } from './trace-decision.ts';

export interface EvaluateDeps {
  readonly catalogue: PolicyCatalogue;
  readonly calendars: Pick<CalendarLibrary, 'get'>;
  readonly reads: Pick<Reads, 'findCase' | 'findDecisions'>;
  readonly ids: Ids;
}

/** Decides a record, or a case's latest one, without effects, and explains it. By the versions in force, or by one that is named. */
export async function evaluateClaim(deps: EvaluateDeps, request: EvaluationRequest): Promise<EvaluationReply> {
  const { program } = request;
  if (!(await deps.catalogue.hasProgram(program))) throw new AppError('PROGRAM_NOT_FOUND', `There is no program ${program}.`);
  const found = await findRecord(deps, request);
  if (!decideBySemantics.has(found.semantics)) {
    throw new AppError('INVALID_REQUEST', 'This release cannot decide a record of these semantics.', { errors: [{ pointer: '/record/semantics', code: 'unknown_semantics', message: 'is not known to this release' }] });
  }
  const record: CaseRecord = request.at === undefined ? found : { ...found, at: request.at };
  const input = { record, calendars: await deps.calendars.get(record.calendars), candidates: await chooseCandidates(deps, request, record), ids: { decisionId: deps.ids.next() } };
  const decision = decide(input);
  return {
    decision: presentEvaluation({ program, decidedAt: record.at, recordDigest: digestOf('case_record', canonicalise(record)), decision }),
    trace: traceDecision(input, decision, null),
  };
}

async function findRecord(deps: EvaluateDeps, { program, record, caseId }: EvaluationRequest): Promise<CaseRecord> {
  if (record !== undefined) return record;
  const kase = caseId === undefined ? null : await deps.reads.findCase(caseId);
  const [stored] = kase === null || kase.program !== program ? [] : await deps.reads.findDecisions([kase.decisionId]);
  if (stored === undefined) throw new AppError('CASE_NOT_FOUND', `Program ${program} has no case ${caseId ?? ''}.`);
  return stored.record;
}

async function chooseCandidates({ catalogue }: EvaluateDeps, { program, policyVersion }: EvaluationRequest, record: CaseRecord): Promise<Candidates> {
  const activations = await catalogue.loadActivations([program]);
  if (policyVersion === undefined) return catalogue.selectCandidates(activations, program, record.claim.receivedAt, record.order?.paidAt);
  const named = await catalogue.find(program, policyVersion.number);
  const mistaken = (policyVersion.policy !== undefined && policyVersion.policy !== program) || (policyVersion.digest !== undefined && policyVersion.digest !== named?.version.digest);
  if (named === null || mistaken) throw new AppError('POLICY_VERSION_NOT_FOUND', `Program ${program} has no such version ${policyVersion.number}.`);
  const floor = await catalogue.findInForce(activations, FLOOR_POLICY, record.at);
  return [{ basis: 'request_time', ...named, ...(floor === null ? {} : { floor }) }];
}
