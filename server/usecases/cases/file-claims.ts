import type { ClaimRequest } from '../../contract/http/claim-request.ts';
import { AppError } from '../../contract/error-registry.ts';
import type { Claim } from '../../core/cases/case.ts';
import { customerKeyOf } from '../../core/customers/working-file.ts';
import type { Clock, Pseudonyms } from '../../ports/platform.ts';
import type { Adjudicator } from '../adjudication/adjudicator.ts';
import type { ClaimItem, ClaimResult } from '../adjudication/work-item.ts';
import { FUTURE_MS } from '../events/prepare-event.ts';
import type { PolicyCatalogue } from '../policies/policy-catalogue.ts';

/** What filing claims needs. */
export interface FileClaimsDeps {
  readonly adjudicator: Pick<Adjudicator, 'submitClaim'>;
  readonly catalogue: Pick<PolicyCatalogue, 'hasProgram'>;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
}

/** One claim as it came in: decoded, with its idempotency key and the digest of its body. */
export interface FiledClaim {
  readonly request: ClaimRequest;
  readonly idempotencyKey: string;
  readonly bodyDigest: string;
  readonly actor: string;
}

/** Files and decides claims; each has its own result and none fails its neighbours. */
export function fileClaims(deps: FileClaimsDeps, filed: readonly FiledClaim[]): Promise<ClaimResult[]> {
  const receivedAt = deps.clock.now();
  return Promise.all(
    filed.map(async (one): Promise<ClaimResult> => {
      const { program } = one.request;
      if (!(await deps.catalogue.hasProgram(program))) {
        return {
          status: 'refused',
          error: new AppError('PROGRAM_NOT_FOUND', `There is no program ${program}.`, {
            errors: [{ pointer: '/program', code: 'unknown_program', message: 'is not a program of this service' }],
          }),
        };
      }
      return deps.adjudicator.submitClaim(toItem(deps.pseudonyms, one, receivedAt));
    }),
  );
}

function toItem(
  pseudonyms: Pseudonyms,
  { request, idempotencyKey, bodyDigest, actor }: FiledClaim,
  receivedAt: number,
): ClaimItem {
  const words = { fields: request.fields, evidence: request.evidence, sender: request.sender };
  const saidAnything = Object.values(words).some((part) => part !== undefined);
  return {
    kind: 'claim',
    program: request.program,
    customerId: request.customerId,
    customerKey: customerKeyOf(request.program, request.customerId),
    claim: toClaim(pseudonyms, request, receivedAt),
    ...(saidAnything ? { words } : {}),
    idempotency: { scope: `${request.program} POST /api/claims`, key: idempotencyKey, bodyDigest },
    actor,
  };
}

function toClaim(pseudonyms: Pseudonyms, request: ClaimRequest, receivedAt: number): Claim {
  // A clock that runs ahead must not make a claim later than it is.
  const sentAt = request.sentAt === undefined || request.sentAt > receivedAt + FUTURE_MS ? receivedAt : request.sentAt;
  return {
    automatic: false,
    reason: request.reason,
    issue: request.issue,
    remedy: request.remedy,
    channel: request.channel,
    subject: request.subject,
    sentAt,
    receivedAt,
    fields: listFilledFields(request.fields),
    evidence: (request.evidence ?? []).map((piece) => piece.kind),
    ...(request.sender === undefined ? {} : { sender: hashSender(pseudonyms, request.sender) }),
    ...(request.locale === undefined ? {} : { locale: request.locale }),
  };
}

/** Names of the fields that hold more than white space, sorted. */
export function listFilledFields(fields: ClaimRequest['fields']): string[] {
  return Object.entries(fields ?? {})
    .filter(([, text]) => text.trim() !== '')
    .map(([name]) => name)
    .sort();
}

/** Keyed hashes of what a sender gave. */
export function hashSender(
  pseudonyms: Pseudonyms,
  sender: NonNullable<ClaimRequest['sender']>,
): NonNullable<Claim['sender']> {
  return {
    ...(sender.email === undefined ? {} : { emailHash: pseudonyms.hashEmail(sender.email) }),
    ...(sender.phone === undefined ? {} : { phoneHash: pseudonyms.hashPhone(sender.phone) }),
  };
}
