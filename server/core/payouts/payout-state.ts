import type { Payout, PayoutStatus } from './payout.ts';

/** How long one holder may work on a payout, in ms. */
export const SENDING_LEASE_MS = 30_000;
/** A call that may move money starts only with this much of the lease left, in ms, so that its answer comes while the payout is still ours. */
export const MIN_LEASE_LEFT_MS = 15_000;
/** A provider that takes no key would pay twice if asked twice: how long an expired lease and an empty look-up have to rest, in ms. */
const KEYLESS_REST_MS = 60_000;

const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 600_000;
const LONGEST_POLL_MS = 3_600_000;

/** A payout in one of these is over for the sender; only the ledger's own units may change it. */
export const FINAL_STATUSES: readonly PayoutStatus[] = ['settled', 'failed', 'rejected', 'reversed', 'cancelled'];
/** Sent or perhaps sent, and not known to have ended: somebody has to look again. */
export const WATCHED_STATUSES: readonly PayoutStatus[] = [
  'sending',
  'unknown',
  'submitted',
  'pending_approval',
  'requires_action',
];
const SENDABLE_STATUSES: readonly PayoutStatus[] = ['queued', 'sending', 'unknown'];

/** Whether the refund may still go either way. */
export function isOpen(status: PayoutStatus): boolean {
  return !FINAL_STATUSES.includes(status);
}

/** Whether the payout still has to be sent, or nobody knows whether it was. */
export function isSendable(status: PayoutStatus): boolean {
  return SENDABLE_STATUSES.includes(status);
}

/**
 * From when on somebody may try to send, epoch ms: at once where nothing was sent; when the last holder's lease is over;
 * after a growing rest where the outcome is unknown. `takesKey` says whether a repeated create is harmless at this provider.
 */
export function computeSendAt(payout: Readonly<Payout>, takesKey: boolean): number {
  if (payout.status === 'queued') return payout.createdAt;
  if (payout.status === 'sending') return (payout.leaseUntil ?? 0) + (takesKey ? 0 : KEYLESS_REST_MS);
  const rest = Math.min(FIRST_RETRY_MS * 2 ** Math.min(Math.max(payout.attempts - 1, 0), 10), LONGEST_RETRY_MS);
  return payout.updatedAt + (takesKey ? rest : Math.max(rest, KEYLESS_REST_MS));
}

/**
 * Whether a look-up that found nothing allows a create. `first`: nothing can have been sent before. Where the provider
 * takes no key and something may have been sent, this has to be the second empty one in a row, both at rest.
 */
export function checkCreateAllowed(payout: Readonly<Payout>, first: boolean, takesKey: boolean): boolean {
  return takesKey || first || (payout.emptyLookUps ?? 0) >= 1;
}

/** Notes that a look-up found nothing; the payout waits for the next one. `now` is epoch ms. */
export function recordEmptyLookUp(payout: Payout, now: number): void {
  payout.emptyLookUps = (payout.emptyLookUps ?? 0) + 1;
  payout.lookedUpAt = now;
  payout.status = 'unknown';
  payout.updatedAt = now;
}

/** What a provider said that decides nothing yet. */
export interface InterimAnswer {
  readonly state: 'submitted' | 'pending_approval' | 'requires_action' | 'unknown';
  readonly code?: string;
}

/** Writes an answer that decides nothing yet. `now` is epoch ms. */
export function recordInterim(payout: Payout, answer: InterimAnswer, now: number): void {
  payout.status = answer.state;
  payout.updatedAt = now;
  if (answer.state === 'unknown') return;
  if (answer.code !== undefined) payout.failureCode = answer.code;
  payout.submittedAt ??= now;
}

/** Ends the payout, for now or for good. `now` is epoch ms. */
export function endPayout(payout: Payout, status: PayoutStatus, now: number): void {
  payout.status = status;
  payout.updatedAt = now;
}

/** When a refund that the provider accepted is asked about again, epoch ms: soon while it is young, hourly when it is old. */
export function computePollAt(payout: Readonly<Payout>): number {
  const age = payout.updatedAt - (payout.submittedAt ?? payout.createdAt);
  return payout.updatedAt + Math.min(Math.max(FIRST_RETRY_MS, Math.floor(age / 4)), LONGEST_POLL_MS);
}

/** When a payout in one of the watched statuses is due for another look, epoch ms. Where its provider takes no key the look may have to rest longer. */
export function computeLookAt(payout: Readonly<Payout>): number {
  return isSendable(payout.status) ? computeSendAt(payout, true) : computePollAt(payout);
}
