import type { Payout } from '../../core/payouts/payout.ts';
import { computePollAt, isSendable } from '../../core/payouts/payout-state.ts';
import { askProvider } from './ask-provider.ts';
import { toOrder } from './carry-out-payout.ts';
import type { PayoutDeps } from './payout-deps.ts';
import { tryPayout } from './send-payout.ts';
import { settlePayout } from './settle-payout.ts';

const PASS_SIZE = 50;

/**
 * One pass over payouts that nobody is busy with: a holder died, the outcome is unknown, or the provider accepted and has
 * said nothing since. Each is taken on or asked about when it is due. Two workers may do this at once: leases and the
 * customers' guard keep them apart. A payout of a provider that nobody can ask is moved by notifications alone. Answers how many were looked at; one that fails does not keep the others back.
 */
export async function checkStalePayouts(deps: PayoutDeps): Promise<number> {
  const stale = await deps.payouts.listStale(deps.clock.now(), PASS_SIZE, [...deps.providers.keys()]);
  await Promise.all(
    stale.map(async (payout) => {
      try {
        if (isSendable(payout.status)) await tryPayout(deps, payout);
        else await pollPayout(deps, payout);
      } catch (error) {
        deps.log.warn(
          { payoutId: payout.id, provider: payout.provider, status: payout.status, err: error },
          'a payout could not be looked at; it will be again',
        );
      }
    }),
  );
  return stale.length;
}

async function pollPayout(deps: PayoutDeps, payout: Payout): Promise<void> {
  const provider = deps.providers.get(payout.provider);
  const now = deps.clock.now();
  if (provider === undefined || computePollAt(payout) > now) return;
  const reply = await askProvider(provider, () => provider.lookUp(toOrder(payout)));
  if (reply.kind === 'answer' && reply.answer.state !== payout.status) {
    await settlePayout(deps, payout, reply.answer, { actor: `provider/${payout.provider}` });
  } else {
    // The next look-up is later, and others come first until then.
    await deps.payouts.recordAnswer(payout.id, payout.fence, { updatedAt: deps.clock.now() });
  }
}
