import type { Case, Claim } from '../../core/cases/case.ts';
import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { CoreEvent } from '../../core/events/domain-event.ts';
import type { RejectionCode } from '../../core/events/event-outcome.ts';
import type { AppError } from '../../contract/error-registry.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { StoredDecision } from '../../ports/unit-of-work.ts';

/** Who filed something, as the audit names it: `key/<id>` or `system/<part>`. */
type Actor = string;

/** What an idempotent request is known by. */
export interface IdempotencyClaim {
  readonly scope: string;
  readonly key: string;
  readonly bodyDigest: string;
}

/** One domain event to apply. `raw` is kept (encrypted) only where the event cannot be applied. */
export interface EventItem {
  readonly kind: 'event';
  readonly customerKey: CustomerKey;
  readonly event: CoreEvent;
  readonly type: string;
  readonly digest: string;
  readonly raw: unknown;
  readonly personal: readonly PersonalRow[];
  /** The kept event that this is another try of. */
  readonly pendingId?: string;
  readonly attempts: number;
}

/** One claim to file and decide. */
export interface ClaimItem {
  readonly kind: 'claim';
  readonly program: string;
  readonly customerId: string;
  readonly customerKey: CustomerKey;
  readonly claim: Claim;
  /** The customer's own words, for `personal`. */
  readonly words?: unknown;
  readonly idempotency: IdempotencyClaim;
  readonly actor: Actor;
}

/** What completes a case that waits for the customer. */
export interface InformationItem {
  readonly kind: 'information';
  readonly caseId: string;
  readonly customerKey: CustomerKey;
  /** The case's subject, where that is a generation. */
  readonly generationId?: string;
  readonly fields: readonly string[];
  readonly evidence: Claim['evidence'];
  readonly sender?: Claim['sender'];
  readonly words?: unknown;
  readonly idempotency?: IdempotencyClaim;
  readonly actor: Actor;
}

export type WorkItem = EventItem | ClaimItem | InformationItem;

/** What became of an event. `arrived`: things that others may wait for. */
export type EventResult =
  | { readonly status: 'accepted'; readonly arrived: readonly string[] }
  | { readonly status: 'waiting' }
  | { readonly status: 'duplicate' }
  | { readonly status: 'rejected'; readonly code: RejectionCode | 'CONFLICT' | 'INTERNAL'; readonly message: string };

/** What became of a claim or of a completion: its case and decision, or the answer that was given before. */
export type ClaimResult =
  | { readonly status: 'decided'; readonly kase: Case; readonly decision: StoredDecision }
  | { readonly status: 'replayed'; readonly response: string }
  | { readonly status: 'refused'; readonly error: AppError };

export type ItemResult = EventResult | ClaimResult;
