import { cancelRefund, checkStanding } from '../../core/payouts/cancel-refund.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import { computeSendAt, isSendable, SENDING_LEASE_MS } from '../../core/payouts/payout-state.ts';
import { BuryMessage, ParkMessage } from '../outbox/message-fate.ts';
import { carryOutPayout } from './carry-out-payout.ts';
import { changePayout, readWork } from './change-payout.ts';
import type { PayoutDeps, PayoutRef } from './payout-deps.ts';

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
  // One that was put back before is looked at before it is taken again: a long dispute must not count as tries.
  if (first && payout.fence > 0 && !(await mayGoOut(deps, payout))) return stopPayout(deps, payout, messageId);
  const held = await deps.payouts.claimForSending(payout, now, SENDING_LEASE_MS);
  if (held === null) return;
  // The order is looked at once the payout is ours: a dispute that opens from now on finds it `sending`.
  if (first && !(await mayGoOut(deps, held))) {
    if (await putBack(deps, held)) await stopPayout(deps, held, messageId);
    return;
  }
  await carryOutPayout(deps, { payout: held, provider, first, ...(messageId === undefined ? {} : { messageId }) });
}

async function mayGoOut(deps: PayoutDeps, payout: Payout): Promise<boolean> {
  const { file } = await readWork(deps, payout);
  return checkStanding(file, payout) === 'send';
}

/** Nothing was sent, and nothing counts as a try. False where the payout is not ours any more. */
function putBack(deps: PayoutDeps, { id, fence, attempts }: Payout): Promise<boolean> {
  const now = deps.clock.now();
  return deps.payouts.recordAnswer(id, fence, {
    status: 'queued',
    updatedAt: now,
    leaseUntil: now,
    attempts: attempts - 1,
  });
}

/** A payout that may not go out is cancelled for good, or waits: then it throws `ParkMessage`. */
async function stopPayout(deps: PayoutDeps, ref: PayoutRef, messageId: string | undefined): Promise<void> {
  await changePayout(deps, ref, ({ file, payout, at }) => {
    if (checkStanding(file, payout) !== 'cancel') return null;
    const entries = cancelRefund(file, payout, at);
    return entries === null ? null : { action: 'payout.cancelled', actor: 'system/payouts', entries };
  });
  const after = await deps.payouts.find(ref.id);
  if (after?.status !== 'cancelled')
    throw new ParkMessage(deps.clock.now() + DISPUTE_REST_MS, `The order of payout ${ref.id} is disputed.`);
  if (messageId !== undefined) await changePayout(deps, ref, () => null, messageId);
}
