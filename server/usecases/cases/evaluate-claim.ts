import { AppError } from '../../contract/error-registry.ts';
import { presentEvaluation } from '../../contract/http/decision-view.ts';
import type { EvaluationReply } from '../../contract/http/replies.ts';
import type { EvaluationRequest } from '../../contract/http/requests.ts';
import { digestOf } from '../../core/audit/canonical-document.ts';
import type { Calendars } from '../../core/calendars/calendar.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import type { Candidates, DecideInput } from '../../engine/decide/candidate.ts';
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

/**
 * Decides a record, or a case's latest one, without effects, and explains it. By the versions in force, or by one that is named.
 * Throws PROGRAM_NOT_FOUND, CASE_NOT_FOUND, POLICY_VERSION_NOT_FOUND, and INVALID_REQUEST for a record that cannot be decided.
 */
export async function evaluateClaim(deps: EvaluateDeps, request: EvaluationRequest): Promise<EvaluationReply> {
  const { program } = request;
  if (!(await deps.catalogue.hasProgram(program)))
    throw new AppError('PROGRAM_NOT_FOUND', `There is no program ${program}.`);
  const found = await findRecord(deps, request);
  if (!decideBySemantics.has(found.semantics)) {
    throw new AppError('INVALID_REQUEST', 'This release cannot decide a record of these semantics.', {
      errors: [{ pointer: '/record/semantics', code: 'unknown_semantics', message: 'is not known to this release' }],
    });
  }
  const record: CaseRecord = request.at === undefined ? found : { ...found, at: request.at };
  const candidates = await chooseCandidates(deps, request, record);
  const calendars = await findCalendars(deps, request, record);
  const input = { record, calendars, candidates, ids: { decisionId: deps.ids.next() } };
  const decision = tryDecide(input, request);
  return {
    decision: presentEvaluation({
      program,
      decidedAt: record.at,
      recordDigest: digestOf('case_record', canonicalise(record)),
      decision,
    }),
    trace: traceDecision(input, decision, null),
  };
}

/** A stored record's calendars are always there; one that was sent may name others. */
async function findCalendars(
  { calendars }: EvaluateDeps,
  request: EvaluationRequest,
  record: CaseRecord,
): Promise<Calendars> {
  try {
    return await calendars.get(record.calendars);
  } catch (error) {
    if (request.record === undefined || !(error instanceof AppError) || error.code !== 'CALENDAR_MISSING') throw error;
    throw new AppError(
      'INVALID_REQUEST',
      'The record names calendars that are not known here; take them from a decision’s record.',
      {
        errors: [{ pointer: '/record/calendars', code: 'unknown_calendars', message: 'are not known to this service' }],
        cause: error,
      },
    );
  }
}

/** A record made by hand may contradict itself in ways that no stored one does; that is the sender's mistake. */
function tryDecide(input: DecideInput, request: EvaluationRequest): DecisionDraft {
  try {
    return decide(input);
  } catch (error) {
    if (request.record === undefined) throw error;
    throw new AppError('INVALID_REQUEST', 'The record contradicts itself, so that no decision can be made from it.', {
      errors: [
        {
          pointer: '/record',
          code: 'contradictory_record',
          message: error instanceof Error ? error.message : 'cannot be decided',
        },
      ],
      cause: error,
    });
  }
}

async function findRecord(deps: EvaluateDeps, { program, record, caseId }: EvaluationRequest): Promise<CaseRecord> {
  if (record !== undefined) return record;
  const kase = caseId === undefined ? null : await deps.reads.findCase(caseId);
  const [stored] = kase === null || kase.program !== program ? [] : await deps.reads.findDecisions([kase.decisionId]);
  if (stored === undefined) throw new AppError('CASE_NOT_FOUND', `Program ${program} has no case ${caseId ?? ''}.`);
  return stored.record;
}

async function chooseCandidates(
  { catalogue }: EvaluateDeps,
  { program, policyVersion }: EvaluationRequest,
  record: CaseRecord,
): Promise<Candidates> {
  const activations = await catalogue.loadActivations([program]);
  if (policyVersion === undefined)
    return catalogue.selectCandidates(activations, program, record.claim.receivedAt, record.order?.paidAt);
  const named = await catalogue.find(program, policyVersion.number);
  const mistaken =
    (policyVersion.policy !== undefined && policyVersion.policy !== program) ||
    (policyVersion.digest !== undefined && policyVersion.digest !== named?.version.digest);
  if (named === null || mistaken)
    throw new AppError('POLICY_VERSION_NOT_FOUND', `Program ${program} has no such version ${policyVersion.number}.`);
  const floor = await catalogue.findInForce(activations, FLOOR_POLICY, record.claim.receivedAt);
  return [{ basis: 'request_time', ...named, ...(floor === null ? {} : { floor }) }];
}
