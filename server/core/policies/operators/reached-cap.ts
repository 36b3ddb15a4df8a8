import { resolveDurationMs } from '../../calendars/window.ts';
import type { Timeline } from '../../facts/fact-value.ts';
import type { CapValue } from '../parameter.ts';
import { countRecent } from './count-recent.ts';
import type { OperatorPair } from './operator.ts';

/**
 * `reachedCap` / `belowCap`: as many instants as the cap allows lie within its trailing period. A truncated timeline
 * that stays below the cap is unknown: what was dropped might have reached it. The margin is a count.
 */
export const REACHED_CAP: OperatorPair<Timeline, CapValue> = {
  operator: 'reachedCap',
  complement: 'belowCap',
  takes: [{ fact: 'timeline', operand: 'cap' }],
  phrases: {
    operator: { en: 'has reached {}', zh: '已达到{}' },
    complement: { en: 'is below {}', zh: '未达到{}' },
  },
  bind: (operand) => {
    const perMs = resolveDurationMs(operand.per);
    return (value) => {
      if (countRecent(value.instants, value.at, perMs) >= operand.count) return true;
      return value.truncated === true ? null : false;
    };
  },
  measure: (value, operand) => {
    const count = countRecent(value.instants, value.at, resolveDurationMs(operand.per));
    return count >= operand.count ? count - operand.count + 1 : operand.count - count;
  },
  wordMargin: (margin, { holds }) =>
    holds
      ? { en: `${margin} too many`, zh: `多了 ${margin} 次` }
      : { en: `${margin} too few`, zh: `少了 ${margin} 次` },
};
