import type { InformationRequest } from '../../contract/http/claim-request.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { Pseudonyms } from '../../ports/platform.ts';
import type { Reads } from '../../ports/reads.ts';
import type { Adjudicator } from '../adjudication/adjudicator.ts';
import type { ClaimResult } from '../adjudication/work-item.ts';
import { hashSender, listFilledFields } from './file-claims.ts';

/** What completing a case needs. */
export interface SupplyInformationDeps {
  readonly adjudicator: Pick<Adjudicator, 'submitClaim'>;
  readonly reads: Pick<Reads, 'findCase'>;
  readonly pseudonyms: Pseudonyms;
}

/** Completion of one case. Without an idempotency key a repeat is refused by the case's own state. */
export interface SuppliedInformation {
  readonly caseId: string;
  readonly request: InformationRequest;
  readonly idempotencyKey?: string | undefined;
  readonly bodyDigest: string;
  readonly actor: string;
}

/** Completes a `needs_info` case and decides it again. */
export async function supplyInformation(
  deps: SupplyInformationDeps,
  supplied: SuppliedInformation,
): Promise<ClaimResult> {
  const { caseId, request, idempotencyKey, bodyDigest, actor } = supplied;
  const kase = await deps.reads.findCase(caseId);
  if (kase === null) return { status: 'refused', error: new AppError('CASE_NOT_FOUND', `There is no case ${caseId}.`) };
  return deps.adjudicator.submitClaim({
    kind: 'information',
    caseId,
    customerKey: kase.customerKey,
    fields: listFilledFields(request.fields),
    evidence: (request.evidence ?? []).map((piece) => piece.kind),
    ...(kase.claim.subject.type === 'generation' ? { generationId: kase.claim.subject.id } : {}),
    ...(request.sender === undefined ? {} : { sender: hashSender(deps.pseudonyms, request.sender) }),
    words: request,
    ...(idempotencyKey === undefined
      ? {}
      : {
          idempotency: {
            scope: `${kase.program} POST /api/cases/information`,
            key: idempotencyKey,
            bodyDigest: `${caseId} ${bodyDigest}`,
          },
        }),
    actor,
  });
}
