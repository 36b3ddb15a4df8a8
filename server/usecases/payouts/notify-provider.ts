import { AppError } from '../../contract/error-registry.ts';
import type { PayoutStatus } from '../../core/payouts/payout.ts';
import type { RefundNotification } from '../../ports/payment-provider.ts';
import type { PayoutDeps } from './payout-deps.ts';
import { settlePayout } from './settle-payout.ts';

/** What somebody says of a refund, in our own words. */
export interface ToldRefund {
  readonly payoutId: string;
  readonly state: 'settled' | 'failed' | 'pending_approval' | 'requires_action';
  readonly providerRefundId?: string;
  readonly code?: string;
}

/** A payout after a notification. */
export interface NotifiedPayout {
  readonly payoutId: string;
  readonly program: string;
  readonly status: PayoutStatus;
}

/**
 * Takes the word of a provider, or of a program that hears from its provider first. It may come twice, late, or before the
 * answer of the call itself. A provider with an adapter that reads notifications is asked what it makes of it.
 * Throws PAYOUT_NOT_FOUND, INVALID_REQUEST where the provider knows of no such refund, CONFLICT, STORE_UNAVAILABLE.
 */
export async function notifyProvider(
  deps: PayoutDeps,
  providerName: string,
  told: ToldRefund,
): Promise<NotifiedPayout> {
  const { payoutId: key, ...answer } = told;
  const provider = deps.providers.get(providerName);
  if (provider?.readNotification === undefined) return takeNotification(deps, providerName, { key, answer });
  await demandPayout(deps, providerName, key);
  const notification = await provider.readNotification({ key, ...answer });
  if (notification === null)
    throw new AppError('INVALID_REQUEST', `${providerName} knows of no refund ${key}; it was not sent yet.`);
  return takeNotification(deps, providerName, notification);
}

/** Takes a notification that an adapter read or made. */
export async function takeNotification(
  deps: PayoutDeps,
  providerName: string,
  { key, answer }: RefundNotification,
): Promise<NotifiedPayout> {
  const payout = await demandPayout(deps, providerName, key);
  const status = await settlePayout(deps, payout, answer, { actor: `provider/${providerName}` });
  return { payoutId: payout.id, program: payout.program, status };
}

async function demandPayout(deps: PayoutDeps, providerName: string, key: string) {
  const payout = await deps.payouts.find(key);
  if (payout === null || payout.provider !== providerName)
    throw new AppError('PAYOUT_NOT_FOUND', `No payout of ${providerName} has the key ${key}.`);
  return payout;
}
