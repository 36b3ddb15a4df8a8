import { AppError } from '../../contract/error-registry.ts';
import { failRefund } from '../../core/payouts/fail-refund.ts';
import { noteRefundId } from '../../core/payouts/note-refund-id.ts';
import type { Payout, PayoutStatus } from '../../core/payouts/payout.ts';
import { isOpen, recordInterim, type InterimAnswer } from '../../core/payouts/payout-state.ts';
import { reverseRefund } from '../../core/payouts/reverse-refund.ts';
import { checkHoldArrived, settleRefund } from '../../core/payouts/settle-refund.ts';
import type { ProviderAnswer } from '../../ports/payment-provider.ts';
import { changePayout, type PayoutChange, type PayoutWork } from './change-payout.ts';
import type { PayoutDeps, PayoutRef } from './payout-deps.ts';

/** Who brings an answer. */
export interface AnswerSource {
  /** As the audit names it: `system/payouts` or `provider/<name>`. */
  readonly actor: string;
  /** Set by whoever holds the payout: an answer that decides nothing yet counts only while this fence stands. */
  readonly fence?: number;
  /** The outbox message that asked for the sending. */
  readonly messageId?: string;
}

/**
 * Takes a provider's word on a refund, whoever brings it: the call itself, a look-up or a webhook, once or several times,
 * in any order. Settled and failed post to the ledger; a failure after settlement reverses it. What contradicts a final
 * outcome changes nothing and is logged as an error. Answers the payout's status. Throws CONFLICT and STORE_UNAVAILABLE.
 */
export async function settlePayout(
  deps: PayoutDeps,
  ref: PayoutRef,
  answer: ProviderAnswer,
  source: AnswerSource,
): Promise<PayoutStatus> {
  const payout = await changePayout(deps, ref, (work) => takeAnswer(deps, work, answer, source), source.messageId);
  return payout.status;
}

function takeAnswer(
  deps: PayoutDeps,
  work: PayoutWork,
  answer: ProviderAnswer,
  source: AnswerSource,
): PayoutChange | null {
  const { state } = answer;
  if (state === 'settled') return takeSettled(deps, work, answer, source);
  if (state === 'failed') return takeFailed(work, answer, source);
  return takeInterim(work, { ...answer, state }, source);
}

function takeSettled(
  deps: PayoutDeps,
  { file, payout, at }: PayoutWork,
  answer: ProviderAnswer,
  source: AnswerSource,
): PayoutChange | null {
  if (payout.status === 'settled') return identify({ file, payout, at }, answer, source);
  if (!isOpen(payout.status)) {
    if (payout.status !== 'reversed') {
      deps.log.error(
        { payoutId: payout.id, status: payout.status },
        'a provider says that a refund settled which ended otherwise here',
      );
    }
    return null;
  }
  if (!checkHoldArrived(file, payout))
    throw new AppError('CONFLICT', 'Credits that the refund voids are still on their way back.', {
      retryAfterSeconds: 1,
    });
  const entries = [...noteRefundId(file, payout, answer.providerRefundId, at), ...settleRefund(file, payout, at)];
  const overRefundedMinor = file.findOrder(payout.orderId)?.overRefundedMinor ?? 0;
  if (overRefundedMinor > 0)
    deps.log.warn({ payoutId: payout.id, overRefundedMinor }, 'an order gave back more than was paid; a person has it');
  return describe('payout.settled', { payout, answer, source }, entries);
}

/** Who settled it first may not have known its id. */
function identify({ file, payout, at }: PayoutWork, answer: ProviderAnswer, source: AnswerSource): PayoutChange | null {
  if (payout.providerRefundId !== undefined || answer.providerRefundId === undefined) return null;
  const entries = noteRefundId(file, payout, answer.providerRefundId, at);
  return describe('payout.identified', { payout, answer, source }, entries);
}

function takeFailed(
  { file, payout, at }: PayoutWork,
  answer: ProviderAnswer,
  source: AnswerSource,
): PayoutChange | null {
  const wasSettled = payout.status === 'settled';
  if (!wasSettled && !isOpen(payout.status)) return null;
  // The id first: a report of this refund that was booked as the provider's own is no money of the customer's.
  const noted = noteRefundId(file, payout, answer.providerRefundId, at);
  const undo = wasSettled ? reverseRefund : failRefund;
  const entries = [...noted, ...undo(file, payout, answer.code, at)];
  return describe(`payout.${payout.status}`, { payout, answer, source }, entries);
}

/** A holder's answer counts while its fence stands; a look-up's or a webhook's where it says something new of what was sent. */
function takeInterim(
  { file, payout, at }: PayoutWork,
  answer: InterimAnswer & ProviderAnswer,
  source: AnswerSource,
): PayoutChange | null {
  const isHolders = source.fence !== undefined;
  if (isHolders && (payout.status !== 'sending' || payout.fence !== source.fence)) return null;
  if (!isHolders && (answer.state === 'unknown' || answer.state === payout.status || !isOpen(payout.status)))
    return null;
  recordInterim(payout, answer, at);
  const entries = noteRefundId(file, payout, answer.providerRefundId, at);
  return describe(`payout.${answer.state}`, { payout, answer, source }, entries);
}

function describe(
  action: string,
  { payout, answer, source }: { payout: Payout; answer: ProviderAnswer; source: AnswerSource },
  entries: NonNullable<PayoutChange['entries']> = [],
): PayoutChange {
  return {
    action,
    actor: source.actor,
    entries,
    detail: {
      amountMinor: payout.amountMinor,
      currency: payout.currency,
      provider: payout.provider,
      attempts: payout.attempts,
      ...(answer.code === undefined ? {} : { code: answer.code }),
    },
    ...(answer.answer === undefined ? {} : { answer: answer.answer }),
  };
}
