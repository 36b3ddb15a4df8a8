import type { Case, Claim } from '../../core/cases/case.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { AdjudicationDeps } from './adjudication-deps.ts';
import type { Batch } from './batch.ts';
import { decideCase } from './decide-case.ts';
import { copyCase, findAnswer, keepWords, remember } from './work-claim.ts';
import type { ClaimResult, InformationItem } from './work-item.ts';

/** Completes a case that waits for the customer and decides it again, with the first `sentAt` and receipt. */
export async function workInformation(
  deps: AdjudicationDeps,
  batch: Batch,
  item: InformationItem,
): Promise<ClaimResult> {
  const answered = item.idempotency === undefined ? null : findAnswer(batch, item.idempotency);
  if (answered !== null) return answered;
  const file = batch.input.files.get(item.customerKey);
  const existing = file?.cases.get(item.caseId);
  if (file === undefined || existing === undefined)
    return { status: 'refused', error: new AppError('CASE_NOT_FOUND', `There is no case ${item.caseId}.`) };
  if (existing.status !== 'awaiting_customer') {
    return {
      status: 'refused',
      error: new AppError(
        'CASE_NOT_WAITING',
        `Case ${item.caseId} is ${existing.status}; only a case that awaits the customer takes information.`,
      ),
    };
  }
  const claim = completeClaim(existing, item);
  Object.assign(file.editCase(existing.id), { claim });
  const { kase, decision } = await decideCase(deps, batch, {
    file,
    caseId: existing.id,
    claim,
    actor: item.actor,
    firstReceivedAt: claim.receivedAt,
    existing,
  });
  if (item.words !== undefined)
    batch.vault([keepWords(item.customerKey, `claim/${existing.id}/${decision.id}`, item.words, batch.at)]);
  if (item.idempotency !== undefined) remember(deps, batch, item.idempotency, kase, decision, 200);
  return { status: 'decided', kase: copyCase(kase), decision };
}

function completeClaim({ claim }: Case, item: InformationItem): Claim {
  const sender =
    claim.sender === undefined && item.sender === undefined ? {} : { sender: { ...claim.sender, ...item.sender } };
  return {
    ...claim,
    ...sender,
    fields: [...new Set([...claim.fields, ...item.fields])].sort(),
    evidence: [...claim.evidence, ...item.evidence],
  };
}
