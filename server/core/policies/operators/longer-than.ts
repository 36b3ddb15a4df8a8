import { resolveDurationMs } from '../../calendars/window.ts';
import type { DurationValue } from '../parameter.ts';
import type { OperatorPair } from './operator.ts';
import { wordSpan } from './word-values.ts';

/** `longerThan` / `notLongerThan`: a duration (ms) strictly exceeds another. The margin is in milliseconds. */
export const LONGER_THAN: OperatorPair<number, DurationValue> = {
  operator: 'longerThan',
  complement: 'notLongerThan',
  takes: [{ fact: 'duration', operand: 'duration' }],
  phrases: {
    operator: { en: 'is longer than {}', zh: '长于 {}' },
    complement: { en: 'is not longer than {}', zh: '不长于 {}' },
  },
  bind: (operand) => {
    const limitMs = resolveDurationMs(operand);
    return (value) => value > limitMs;
  },
  measure: (value, operand) => {
    const limitMs = resolveDurationMs(operand);
    return value > limitMs ? value - limitMs : limitMs - value + 1;
  },
  wordMargin: (margin, { holds }) => {
    const span = wordSpan(margin);
    return holds
      ? { en: `${span.en} too long`, zh: `长了 ${span.zh}` }
      : { en: `${span.en} too short`, zh: `短了 ${span.zh}` };
  },
};
