import { resolveDurationMs, resolveWindowEnd } from '../../calendars/window.ts';
import type { Interval } from '../../facts/fact-value.ts';
import type { WindowValue } from '../parameter.ts';
import type { OperatorPair } from './operator.ts';
import { wordSpan } from './word-values.ts';

/**
 * `withinWindow` / `outsideWindow`: an interval ends no later than the window that opens at its start; the window's
 * last millisecond is inside. The margin is in milliseconds.
 */
export const WITHIN_WINDOW: OperatorPair<Interval, WindowValue> = {
  operator: 'withinWindow',
  complement: 'outsideWindow',
  takes: [{ fact: 'interval', operand: 'window' }],
  phrases: {
    operator: { en: 'is within {}', zh: '在 {}之内' },
    complement: { en: 'is outside {}', zh: '超出 {}' },
  },
  bind: (operand) => {
    if (operand.counting !== 'elapsed')
      return (value, calendars) => value.to <= resolveWindowEnd(value.from, operand, calendars);
    // An elapsed window needs no calendar: its length is a constant.
    const lengthMs = resolveDurationMs(operand);
    return (value) => value.to <= value.from + lengthMs;
  },
  measure: (value, operand, calendars) => {
    const endAt = resolveWindowEnd(value.from, operand, calendars);
    return value.to <= endAt ? endAt - value.to + 1 : value.to - endAt;
  },
  wordMargin: (margin, { holds }) => {
    const span = wordSpan(margin);
    if (!holds) return { en: `${span.en} too late`, zh: `晚了 ${span.zh}` };
    return { en: `${span.en} before the window ends`, zh: `距期限结束还有 ${span.zh}` };
  },
};
