import { resolveDurationMs } from '../../calendars/window.ts';
import type { RatioHistory } from '../../facts/fact-value.ts';
import type { RateValue } from '../parameter.ts';
import { countRecent } from './count-recent.ts';
import type { OperatorPair } from './operator.ts';
import { wordPercentage } from './word-values.ts';

/**
 * `rateAtLeast` / `rateBelow`: the part's share of the whole within the trailing period. Below the rate's minimum
 * count the first fails and the second holds. A truncated history is unknown: both counts may be short. The margin is
 * in basis points.
 */
export const RATE_AT_LEAST: OperatorPair<RatioHistory, RateValue> = {
  operator: 'rateAtLeast',
  complement: 'rateBelow',
  takes: [{ fact: 'ratio', operand: 'rate' }],
  phrases: {
    operator: { en: 'is at least {}', zh: '不低于{}' },
    complement: { en: 'is below {}', zh: '低于{}' },
  },
  bind: (operand) => {
    const perMs = resolveDurationMs(operand.per);
    return (value) => {
      if (value.truncated === true) return null;
      const whole = countRecent(value.whole, value.at, perMs);
      if (whole < operand.minimumCount) return false;
      return countRecent(value.part, value.at, perMs) * 10_000 >= operand.basisPoints * whole;
    };
  },
  measure: (value, operand) => {
    const perMs = resolveDurationMs(operand.per);
    const whole = countRecent(value.whole, value.at, perMs);
    if (whole === 0 || whole < operand.minimumCount) return null;
    const part = countRecent(value.part, value.at, perMs);
    if (part * 10_000 >= operand.basisPoints * whole)
      return Math.floor((part * 10_000) / whole) - operand.basisPoints + 1;
    return operand.basisPoints - Math.floor((part * 10_000) / whole);
  },
  wordMargin: (margin, { holds }) => {
    const points = wordPercentage(margin);
    if (holds) return { en: `${points} percentage points too high`, zh: `高出 ${points} 个百分点` };
    return { en: `${points} percentage points too low`, zh: `低了 ${points} 个百分点` };
  },
};
