import { cancelRefund, checkStanding } from '../../core/payouts/cancel-refund.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import { computeSendAt, isSendable, SENDING_LEASE_MS } from '../../core/payouts/payout-state.ts';
import { BuryMessage, ParkMessage } from '../outbox/message-fate.ts';
import { carryOutPayout } from './carry-out-payout.ts';
import { changePayout, readWork } from './change-payout.ts';
import type { PayoutDeps } from './payout-deps.ts';

/** How long a payout rests while its order is disputed, ms. */
const DISPUTE_REST_MS = 30_000;

/**
 * Sends the payout that an outbox message of the topic `payout` names; a message that is done already is passed over.
 * Throws `ParkMessage` while the order is disputed, `BuryMessage` where nobody can send it, CONFLICT and STORE_UNAVAILABLE.
 */
export async function sendPayout(deps: PayoutDeps, messageId: string): Promise<void> {
  const [message] = await deps.outbox.findOpen([messageId]);
  if (message === undefined) return;
  const payout = await deps.payouts.find(message.ref);
  if (payout === null) throw new BuryMessage('PAYOUT_NOT_FOUND', `There is no payout ${message.ref}.`);
  if (!isSendable(payout.status)) {
    await changePayout(deps, payout, () => null, messageId);
    return;
  }
  await tryPayout(deps, payout, messageId);
}

/**
 * Becomes the holder of a payout that was read as sendable, and carries it out; does nothing where somebody else holds it,
 * or it has to rest. Throws as `sendPayout` does.
 */
export async function tryPayout(deps: PayoutDeps, payout: Payout, messageId?: string): Promise<void> {
  const provider = deps.providers.get(payout.provider);
  if (provider === undefined)
    throw new BuryMessage('PROVIDER_NOT_CONFIGURED', `No adapter for the payment provider ${payout.provider}.`);
  const now = deps.clock.now();
  if (computeSendAt(payout, provider.takesKey) > now) return;
  const first = payout.status === 'queued';
  const held = await deps.payouts.claimForSending(payout.id, [payout.status], now, SENDING_LEASE_MS);
  if (held === null) return;
  if (first && !(await mayGoOut(deps, held, messageId))) return;
  await carryOutPayout(deps, { payout: held, provider, first, ...(messageId === undefined ? {} : { messageId }) });
}

/**
 * Looks at the order once the payout is ours: a dispute that opens from now on finds it `sending`. A payout that may not
 * go out goes back to `queued`, to wait or to be cancelled.
 */
async function mayGoOut(deps: PayoutDeps, held: Payout, messageId: string | undefined): Promise<boolean> {
  const { file } = await readWork(deps, held);
  if (checkStanding(file, held) === 'send') return true;
  const now = deps.clock.now();
  if (!(await deps.payouts.recordAnswer(held.id, held.fence, { status: 'queued', updatedAt: now, leaseUntil: now })))
    return false;
  await changePayout(deps, held, ({ file: again, payout, at }) => {
    if (checkStanding(again, payout) !== 'cancel') return null;
    const entries = cancelRefund(again, payout, at);
    return entries === null ? null : { action: 'payout.cancelled', actor: 'system/payouts', entries };
  });
  const after = await deps.payouts.find(held.id);
  if (after?.status !== 'cancelled')
    throw new ParkMessage(now + DISPUTE_REST_MS, `The order of payout ${held.id} is disputed.`);
  if (messageId !== undefined) await changePayout(deps, held, () => null, messageId);
  return false;
}
