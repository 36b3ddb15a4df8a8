import { AppError } from '../../contract/error-registry.ts';
import type { PayoutStatus } from '../../core/payouts/payout.ts';
import type { RefundNotification } from '../../ports/payment-provider.ts';
import type { PayoutDeps } from './payout-deps.ts';
import { settlePayout } from './settle-payout.ts';

/** A payout after a notification. */
export interface NotifiedPayout { readonly payoutId: string; readonly program: string; readonly status: PayoutStatus }

/**
 * Takes a provider's webhook. It may come twice, late, or before the answer of the call itself.
 * Throws NOT_FOUND for a provider that sends none, INVALID_REQUEST for a body that is none, PAYOUT_NOT_FOUND, CONFLICT.
 */
export async function notifyProvider(deps: PayoutDeps, providerName: string, body: unknown): Promise<NotifiedPayout> {
  const provider = deps.providers.get(providerName);
  if (provider?.readNotification === undefined) throw new AppError('NOT_FOUND', `No payment provider ${providerName} sends notifications here.`);
  const notification = await provider.readNotification(body);
  if (notification === null) throw new AppError('INVALID_REQUEST', `The body is no notification of ${providerName} about a refund that it knows.`);
  return takeNotification(deps, providerName, notification);
}

/** Takes a notification that was read already. */
export async function takeNotification(deps: PayoutDeps, providerName: string, { key, answer }: RefundNotification): Promise<NotifiedPayout> {
  const payout = await deps.payouts.find(key);
  if (payout === null || payout.provider !== providerName) throw new AppError('PAYOUT_NOT_FOUND', `No payout of ${providerName} has the key ${key}.`);
  const status = await settlePayout(deps, payout, answer, { actor: `provider/${providerName}` });
  return { payoutId: payout.id, program: payout.program, status };
}
