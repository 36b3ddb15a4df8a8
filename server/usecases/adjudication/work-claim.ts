import type { Case, Claim } from '../../core/cases/case.ts';
import type { WorkingFile } from '../../core/customers/working-file.ts';
import type { CoreEvent } from '../../core/events/domain-event.ts';
import { isSame } from '../../core/records/freeze-record.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import type { Batch } from './batch.ts';
import { decideCase } from './decide-case.ts';
import type { ClaimItem, ClaimResult, IdempotencyClaim } from './work-item.ts';

/** Files one claim within a batch and decides it; a repeat gets the answer that was given before. */
export async function workClaim(deps: AdjudicationDeps, batch: Batch, item: ClaimItem): Promise<ClaimResult> {
  const answered = findAnswer(batch, item.idempotency);
  if (answered !== null) return answered;
  const file = batch.openFile(item.program, item.customerId, item.customerKey);
  const caseId = batch.nextId();
  const { kase, decision } = await decideCase(deps, batch, {
    file,
    caseId,
    claim: item.claim,
    actor: item.actor,
    firstReceivedAt: item.claim.receivedAt,
  });
  supersedeWaiting(batch, file, caseId, item.claim);
  if (item.words !== undefined) batch.vault([keepWords(item.customerKey, `claim/${caseId}`, item.words, batch.at)]);
  remember(deps, batch, item.idempotency, kase, decision, 201);
  return { status: 'decided', kase: copyCase(kase), decision };
}

/** The case as it is answered: a later claim of the same batch may yet close it, and a repeat gets the answer of now. */
export function copyCase(kase: Case): Case {
  return {
    ...kase,
    decisionIds: [...kase.decisionIds],
    effects: kase.effects.map((effect) => ({ ...effect })),
  };
}

/** The customer's own words, for the vault. */
export function keepWords(owner: ClaimItem['customerKey'], id: string, content: unknown, at: number): PersonalRow {
  return { id, owner, kind: 'claim_words', content, at };
}

/** The answer given before under this key; a refusal where the key was used with another body; null where it is new. */
export function findAnswer(batch: Batch, { scope, key, bodyDigest }: IdempotencyClaim): ClaimResult | null {
  const known = batch.input.answers.get(`${scope} ${key}`);
  if (known === undefined) return null;
  return known.bodyDigest === bodyDigest
    ? { status: 'replayed', response: known.response }
    : {
        status: 'refused',
        error: new AppError(
          'IDEMPOTENCY_KEY_REUSED',
          'This Idempotency-Key came with another body before. Use a new key for a new request.',
        ),
      };
}

/** Stores the answer in the effect's own transaction. */
export function remember(
  deps: AdjudicationDeps,
  batch: Batch,
  idempotency: IdempotencyClaim,
  kase: Parameters<AdjudicationDeps['presentResponse']>[0],
  decision: Parameters<AdjudicationDeps['presentResponse']>[1],
  status: number,
): void {
  batch.answer({ ...idempotency, status, response: deps.presentResponse(kase, decision), createdAt: batch.at });
}

/** Files the claim that a failure owes: once a generation, for good. */
export async function fileAutomaticClaim(
  deps: AdjudicationDeps,
  batch: Batch,
  file: WorkingFile,
  generationId: string,
  event: CoreEvent,
): Promise<void> {
  const generation = file.editGeneration(generationId);
  const caseId = batch.nextId();
  generation.automaticCaseId = caseId;
  const claim: Claim = {
    automatic: true,
    reason: generation.failure?.class === 'content_policy' ? 'moderation_rejection' : 'failed_generation',
    issue: 'other',
    remedy: 'credits',
    channel: 'api',
    subject: { type: 'generation', id: generationId },
    sentAt: event.receivedAt,
    receivedAt: event.receivedAt,
    fields: [],
    evidence: [],
  };
  const { decision } = await decideCase(deps, batch, {
    file,
    caseId,
    claim,
    actor: 'system/adjudication',
    firstReceivedAt: event.receivedAt,
  });
  batch.claimKey({
    key: `auto/${file.customer.program}/${generationId}`,
    program: file.customer.program,
    decisionId: decision.id,
    caseId,
  });
}

/** A case that waits for the customer about the same thing is closed: this claim takes its place. */
function supersedeWaiting(batch: Batch, file: WorkingFile, caseId: string, claim: Claim): void {
  const replaced = file.customer.openCases.filter(
    (open) => open.caseId !== caseId && open.status === 'awaiting_customer' && isSame(open, claim),
  );
  if (replaced.length === 0) return;
  for (const open of replaced) {
    const kase = file.editCase(open.caseId);
    kase.status = 'closed';
    kase.closure = 'superseded';
    kase.supersededBy = caseId;
    kase.updatedAt = batch.at;
    batch.audit({
      action: 'case.closed',
      program: kase.program,
      actor: 'system/adjudication',
      subject: { type: 'case', id: kase.id },
      detail: { closure: 'superseded', supersededBy: caseId },
    });
  }
  const ids = new Set(replaced.map((open) => open.caseId));
  const customer = file.editCustomer();
  customer.openCases = customer.openCases.filter((open) => !ids.has(open.caseId));
}
