import type { Payout, PayoutStatus } from './payout.ts';

/** How long one holder may work on a payout, in ms. */
export const SENDING_LEASE_MS = 30_000;
/** A call that may move money starts only with this much of the lease left, in ms, so that its answer comes while the payout is still ours. */
export const MIN_LEASE_LEFT_MS = 15_000;
/** A provider that takes no key could be asked twice by us: how long an expired lease and an empty look-up have to rest, in ms. */
export const KEYLESS_REST_MS = 60_000;

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 600_000;
const LONGEST_POLL_MS = 3_600_000;

const FINAL_STATUSES: readonly PayoutStatus[] = ['settled', 'failed', 'rejected', 'reversed', 'cancelled'];

/** Whether the refund may still go either way. */
export function isOpen(status: PayoutStatus): boolean {
  return !FINAL_STATUSES.includes(status);
}

/**
 * The outcome of trying to become the holder of a payout. `entered`: it is ours, and `first` says that nothing can have
 * been sent before. `later`: somebody else holds it, or it rests until `at` (epoch ms). `over`: there is nothing to send.
 */
export type SendingEntry =
  | { readonly state: 'entered'; readonly first: boolean }
  | { readonly state: 'later'; readonly at: number }
  | { readonly state: 'over' };

/**
 * Enters `sending` with a raised fence and a new lease, where the payout waits to be sent or its outcome is unknown.
 * The caller commits the change under the customer's guard: of two who enter at once one is told to read again.
 * `now` is epoch ms; `takesKey` says whether a repeated create is harmless at this provider.
 */
export function enterSending(payout: Payout, now: number, takesKey: boolean): SendingEntry {
  const from = payout.status;
  if (from !== 'queued' && from !== 'sending' && from !== 'unknown') return { state: 'over' };
  const dueAt = from === 'queued' ? now : computeDueAt(payout, takesKey);
  if (dueAt > now) return { state: 'later', at: dueAt };
  payout.status = 'sending';
  payout.fence += 1;
  payout.attempts += 1;
  payout.leaseUntil = now + SENDING_LEASE_MS;
  payout.updatedAt = now;
  return { state: 'entered', first: from === 'queued' };
}

function computeDueAt(payout: Readonly<Payout>, takesKey: boolean): number {
  if (payout.status === 'sending') return (payout.leaseUntil ?? 0) + (takesKey ? 0 : KEYLESS_REST_MS);
  const rest = Math.min(FIRST_RETRY_MS * 2 ** Math.min(payout.attempts - 1, 10), LONGEST_RETRY_MS);
  return payout.updatedAt + (takesKey ? rest : Math.max(rest, KEYLESS_REST_MS));
}

/** What an empty look-up allows. Where the provider takes no key and something may have been sent, the second of two at rest is needed. */
export function checkCreateAllowed(payout: Readonly<Payout>, first: boolean, takesKey: boolean): boolean {
  return takesKey || first || (payout.emptyLookUps ?? 0) >= 1;
}

/** Notes that a look-up found nothing; the payout waits for the next one. */
export function recordEmptyLookUp(payout: Payout, now: number): void {
  payout.emptyLookUps = (payout.emptyLookUps ?? 0) + 1;
  payout.lookedUpAt = now;
  leaveSending(payout, 'unknown', now);
}

/** What a provider said that decides nothing yet. */
export interface InterimAnswer {
  readonly status: 'submitted' | 'pending_approval' | 'requires_action' | 'unknown';
  readonly providerRefundId?: string;
  readonly code?: string;
}

/** Writes an answer that decides nothing yet, and gives the lease back. */
export function recordInterim(payout: Payout, answer: InterimAnswer, now: number): void {
  leaveSending(payout, answer.status, now);
  if (answer.providerRefundId !== undefined) payout.providerRefundId = answer.providerRefundId;
  if (answer.code !== undefined) payout.failureCode = answer.code;
  if (answer.status !== 'unknown') payout.submittedAt ??= now;
}

/** Leaves whatever the payout was in. The fence rises, so that an answer that comes late to a former holder is not written over this. */
export function leaveSending(payout: Payout, status: PayoutStatus, now: number): void {
  payout.status = status;
  payout.fence += 1;
  payout.updatedAt = now;
  delete payout.leaseUntil;
}

/** When a refund that the provider accepted is asked about again, epoch ms: soon while it is young, hourly when it is old. */
export function computePollAt(payout: Readonly<Payout>): number {
  const age = payout.updatedAt - (payout.submittedAt ?? payout.createdAt);
  return payout.updatedAt + Math.min(Math.max(FIRST_RETRY_MS, Math.floor(age / 4)), LONGEST_POLL_MS);
}
