import type { Payout } from '../../core/payouts/payout.ts';
import { checkCreateAllowed, MIN_LEASE_LEFT_MS, recordEmptyLookUp } from '../../core/payouts/payout-state.ts';
import type { PaymentProvider, RefundOrder } from '../../ports/payment-provider.ts';
import { askProvider, type Reply } from './ask-provider.ts';
import { changePayout } from './change-payout.ts';
import type { PayoutDeps } from './payout-deps.ts';
import { settlePayout } from './settle-payout.ts';

const ACTOR = 'system/payouts';

/** A payout that is ours to send: as it was when we entered `sending`. */
export interface Holding {
  readonly payout: Payout;
  readonly provider: PaymentProvider;
  /** Whether nothing can have been sent before. */
  readonly first: boolean;
  readonly messageId?: string;
}

/**
 * Looks the refund up, creates it under its permanent key where that is safe, looks it up again where the answer is
 * unknown, and records what is known then. Whoever dies in between leaves a lease that runs out, and a key to look up.
 */
export async function carryOutPayout(deps: PayoutDeps, holding: Holding): Promise<void> {
  const { payout, provider, first } = holding;
  const found = await lookUp(holding);
  if (found.kind !== 'none') return record(deps, holding, found);
  if (!checkCreateAllowed(payout, first, provider.takesKey)) return recordEmpty(deps, holding);
  if (!first && !provider.takesKey && !(await startOver(deps, holding))) return;
  if ((payout.leaseUntil ?? 0) - deps.clock.now() < MIN_LEASE_LEFT_MS)
    return record(deps, holding, { kind: 'silence', error: new Error('the lease ran short') });
  const created = await askProvider(provider, (signal) => provider.create(toOrder(payout), signal));
  await record(deps, holding, created.kind === 'answer' ? created : await lookUp(holding));
}

function lookUp({ payout, provider }: Holding): Promise<Reply> {
  return askProvider(provider, () => provider.lookUp(toOrder(payout)));
}

/** A payout as its provider is asked about it. */
export function toOrder({ id, program, paymentRef, amountMinor, currency }: Readonly<Payout>): RefundOrder {
  return { key: id, program, paymentRef, amountMinor, currency };
}

async function record(deps: PayoutDeps, holding: Holding, reply: Reply): Promise<void> {
  const { payout, messageId } = holding;
  if (reply.kind !== 'answer') {
    const error = reply.kind === 'silence' ? reply.error : new Error('asked to refund, it knows of no refund');
    deps.log.warn(
      { payoutId: payout.id, provider: payout.provider, attempts: payout.attempts, err: error },
      'nobody knows yet whether a refund went out; it will be looked up',
    );
  }
  const answer = reply.kind === 'answer' ? reply.answer : { state: 'unknown' as const };
  await settlePayout(deps, payout, answer, {
    actor: ACTOR,
    fence: payout.fence,
    ...(messageId === undefined ? {} : { messageId }),
  });
}

/** The first of two empty look-ups: counted, so that whoever comes next may create. */
async function recordEmpty(deps: PayoutDeps, { payout: held, messageId }: Holding): Promise<void> {
  await changePayout(
    deps,
    held,
    ({ payout, at }) => {
      if (payout.status !== 'sending' || payout.fence !== held.fence) return null;
      recordEmptyLookUp(payout, at);
      return {
        action: 'payout.not_found',
        actor: ACTOR,
        detail: { provider: payout.provider, emptyLookUps: payout.emptyLookUps ?? 0 },
      };
    },
    messageId,
  );
}

/** Forgets the empty look-ups before another create: should it be lost as well, two more are needed. False where the payout is not ours any more. */
async function startOver(deps: PayoutDeps, { payout: held }: Holding): Promise<boolean> {
  let isOurs = false;
  await changePayout(deps, held, ({ payout }) => {
    isOurs = payout.status === 'sending' && payout.fence === held.fence;
    if (!isOurs) return null;
    payout.emptyLookUps = 0;
    return {
      action: 'payout.sent_again',
      actor: ACTOR,
      detail: { provider: payout.provider, attempts: payout.attempts },
    };
  });
  return isOurs;
}
