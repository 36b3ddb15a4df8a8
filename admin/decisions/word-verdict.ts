import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { formatCount, formatMoney } from '../format/format-money.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What of a decision its verdict is made of. */
export type VerdictParts = Pick<
  DecisionView,
  'disposition' | 'reasonCode' | 'remedy' | 'credits' | 'amountMinor' | 'currency' | 'missing'
>;

/** A reason code in words; one without words is read out as it is. */
export function wordReason(code: string, t: Translate): string {
  return t(`reason.${code}`, { _: code });
}

/** What a decision grants: `9.99 EUR`, `4 credits`; null where nothing. */
export function wordGrant(
  { amountMinor, currency, credits }: Pick<DecisionView, 'amountMinor' | 'currency' | 'credits'>,
  t: Translate,
): string | null {
  if (amountMinor !== null && currency !== null) return formatMoney(amountMinor, currency);
  return credits === null ? null : t('common.credits', { smart_count: credits, count: formatCount(credits) });
}

/** The outcome in one sentence: “Denied: the cash window had passed”, “Granted: unused pack, refund in full, 9.99 EUR”. */
export function wordVerdict(decision: VerdictParts, t: Translate, locale: string): string {
  const zh = locale.startsWith('zh');
  const parts = [wordReason(decision.reasonCode, t)];
  if (decision.disposition === 'referred' && decision.missing.length > 0) {
    parts.splice(0, 1, t('decision.missingFacts', { facts: decision.missing.join(zh ? '、' : ', ') }));
  }
  if (decision.remedy !== null)
    parts.push(zh ? t(`remedy.${decision.remedy}`) : lowerFirst(t(`remedy.${decision.remedy}`)));
  const grant = wordGrant(decision, t);
  if (grant !== null) parts.push(grant);
  return `${t(`disposition.${decision.disposition}`)}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
