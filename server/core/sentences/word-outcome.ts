import type { Disposition } from '../decisions/decision.ts';
import type { Remedy } from '../decisions/remedy.ts';
import { formatCredits } from '../money/format-commodity.ts';
import { formatMoney } from '../money/format-money.ts';
import type { Words } from '../policies/operators/operator.ts';
import { wordReason } from './word-reason.ts';
import { sameWords, wordArrow, wordLabelled } from './words.ts';

/** An outcome as flips show it. `amountMinor` is in minor units of `currency`. */
export interface OutcomeInBrief {
  readonly disposition: Disposition;
  readonly reasonCode: string;
  readonly remedy: Remedy | null;
  readonly credits: number | null;
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

const DISPOSITIONS: Readonly<Record<Disposition, Words>> = {
  granted: { en: 'granted', zh: '准予' },
  denied: { en: 'denied', zh: '拒绝' },
  referred: { en: 'to a person', zh: '转人工' },
  needs_info: { en: 'information needed', zh: '待补充' },
  no_action: { en: 'no action', zh: '无需处理' },
};

const GRANTS: Readonly<Record<Remedy, Words>> = {
  cash_full: { en: 'full refund', zh: '全额退款' },
  cash_pro_rata: { en: 'refund of the unused share', zh: '按比例退款' },
  credit_restore: { en: 'credits back', zh: '返还积分' },
  courtesy_credit: { en: 'courtesy credits', zh: '补偿积分' },
};

/** The name of a disposition inside a sentence. */
export function wordDisposition(disposition: Disposition): Words {
  return DISPOSITIONS[disposition];
}

/** One outcome: "granted: full refund, 9.99 EUR", "denied: the cash window had passed". */
export function wordOutcome({
  disposition,
  reasonCode,
  remedy,
  credits,
  amountMinor,
  currency,
}: OutcomeInBrief): Words {
  const { en, zh } = DISPOSITIONS[disposition];
  if (remedy === null) return wordLabelled({ en, zh }, wordReason(reasonCode));
  const money = amountMinor === null || currency === null ? '' : formatMoney(amountMinor, currency);
  const amount =
    money !== ''
      ? { en: `, ${money}`, zh: `，${money}` }
      : credits === null
        ? { en: '', zh: '' }
        : { en: `, ${formatCredits(credits)}`, zh: `，${credits} 积分` };
  return { en: `${en}: ${GRANTS[remedy].en}${amount.en}`, zh: `${zh}：${GRANTS[remedy].zh}${amount.zh}` };
}

/**
 * What a change does to one case: "granted: full refund, 9.99 EUR → denied: the cash window had passed". Where the same is
 * granted for another reason, that is what is said, since customers read another message:
 * "granted: full refund, 9.99 EUR, for another reason: unused pack → statutory withdrawal".
 */
export function wordFlip(live: OutcomeInBrief, draft: OutcomeInBrief): Words {
  const [before, after] = [wordOutcome(live), wordOutcome(draft)];
  if (before.en !== after.en || live.reasonCode === draft.reasonCode) return wordArrow(before, after);
  const reasons = wordReasons(live.reasonCode, draft.reasonCode);
  return { en: `${after.en}, for another reason: ${reasons.en}`, zh: `${after.zh}，原因不同：${reasons.zh}` };
}

/** Two reasons that read alike are told apart by their codes. */
function wordReasons(live: string, draft: string): Words {
  const [before, after] = [wordReason(live), wordReason(draft)];
  return before.en === after.en ? sameWords(`${live} → ${draft}`) : wordArrow(before, after);
}
