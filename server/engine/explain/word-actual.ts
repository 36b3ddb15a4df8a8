import type { Interval, KnownValue, RatioHistory, Timeline } from '../../core/facts/fact-value.ts';
import { resolveDurationMs } from '../../core/calendars/window.ts';
import { countRecent } from '../../core/policies/operators/count-recent.ts';
import type { KnownOperand, Words } from '../../core/policies/operators/operator.ts';
import {
  wordDuration,
  wordOperand,
  wordSpan,
  wordTexts,
  type WordText,
} from '../../core/policies/operators/word-values.ts';
import type { DurationValue } from '../../core/policies/parameter.ts';

function findPeriod(operand: KnownOperand): DurationValue | null {
  return typeof operand === 'object' && 'per' in operand ? operand.per : null;
}

function wordHistory(value: Timeline | RatioHistory, per: DurationValue): Words {
  const span = wordDuration(per);
  const perMs = resolveDurationMs(per);
  if ('instants' in value) {
    const recent = countRecent(value.instants, value.at, perMs);
    return { en: `${recent} in ${span.en}`, zh: `${span.zh}内 ${recent} 次` };
  }
  const part = countRecent(value.part, value.at, perMs);
  const whole = countRecent(value.whole, value.at, perMs);
  return { en: `${part} of ${whole} in ${span.en}`, zh: `${span.zh}内 ${whole} 次中有 ${part} 次` };
}

/** Words of the lists and intervals of one case: many rules look at the same one. */
export type WordedValues = Map<object, Words>;

function wordOnce(value: readonly string[] | Interval, worded: WordedValues, wordText?: WordText): Words {
  const known = worded.get(value);
  if (known !== undefined) return known;
  const words = 'zone' in value ? wordSpan(value.to - value.from) : wordList(value, wordText);
  worded.set(value, words);
  return words;
}

function wordList(texts: readonly string[], wordText?: WordText): Words {
  return texts.length === 0 ? { en: 'empty', zh: '空' } : wordTexts(texts, wordText);
}

function wordObject(
  value: Exclude<KnownValue, string | number | boolean>,
  operand: KnownOperand,
  worded: WordedValues,
  wordText?: WordText,
): Words {
  if (!('instants' in value) && !('part' in value)) return wordOnce(value, worded, wordText);
  const per = findPeriod(operand);
  return per === null ? { en: '', zh: '' } : wordHistory(value, per);
}

/** A fact's value as sentences show it beside the operand that it is compared with: spans and counts, no instants; texts by the words that are given. */
export function wordActual(value: KnownValue, operand: KnownOperand, worded: WordedValues, wordText?: WordText): Words {
  if (typeof value === 'object') return wordObject(value, operand, worded, wordText);
  if (typeof value === 'number' && typeof operand === 'object') return wordSpan(value);
  return typeof value === 'string' ? wordOperand(value, wordText) : { en: String(value), zh: String(value) };
}
