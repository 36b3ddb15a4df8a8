import type { CapValue, DurationValue, RateValue, TimeUnit, WindowValue } from '../parameter.ts';
import type { KnownOperand, Words } from './operator.ts';

const UNITS = [
  { ms: 86_400_000, en: 'day', zh: '天' },
  { ms: 3_600_000, en: 'hour', zh: '小时' },
  { ms: 60_000, en: 'minute', zh: '分钟' },
  { ms: 1_000, en: 'second', zh: '秒' },
  { ms: 1, en: 'millisecond', zh: '毫秒' },
] as const;

const UNIT_ZH: Readonly<Record<TimeUnit, string>> = { seconds: '秒', minutes: '分钟', hours: '小时', days: '天' };

/** A number and its noun: "1 day", "14 days". */
function wordCount(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? '' : 's'}`;
}

/** A non-negative span of milliseconds in its largest unit and the next smaller one: "6 hours 12 minutes", "13 days". */
export function wordSpan(spanMs: number): Words {
  const found = UNITS.findIndex((unit) => spanMs >= unit.ms);
  const [larger, smaller] = [UNITS[found], UNITS[found + 1]];
  if (larger === undefined) return { en: '0 milliseconds', zh: '0 毫秒' };
  const count = Math.floor(spanMs / larger.ms);
  const rest = smaller === undefined ? 0 : Math.floor((spanMs - count * larger.ms) / smaller.ms);
  const en = wordCount(count, larger.en);
  const zh = `${count} ${larger.zh}`;
  if (smaller === undefined || rest === 0) return { en, zh };
  return { en: `${en} ${wordCount(rest, smaller.en)}`, zh: `${zh} ${rest} ${smaller.zh}` };
}

/** A duration parameter's value: "90 days". */
export function wordDuration(value: DurationValue): Words {
  return { en: wordCount(value.amount, value.unit.slice(0, -1)), zh: `${value.amount} ${UNIT_ZH[value.unit]}` };
}

/** Basis points as a percentage: 1250 → "12.5". */
export function wordPercentage(basisPoints: number): string {
  return String(basisPoints / 100);
}

const COUNTING_WORDS = {
  elapsed: { en: '', zh: '' },
  calendar: { en: ' to the end of the local day', zh: '（至当地当日结束）' },
  calendar_workday_end: { en: ' to the end of a working day', zh: '（遇休息日顺延）' },
} as const;

function wordWindow(value: WindowValue): Words {
  const span = wordDuration(value);
  const counting = COUNTING_WORDS[value.counting];
  return { en: span.en + counting.en, zh: span.zh + counting.zh };
}

function wordCap(value: CapValue): Words {
  const per = wordDuration(value.per);
  return { en: `${value.count} per ${per.en}`, zh: `每 ${per.zh} ${value.count} 次` };
}

function wordRate(value: RateValue): Words {
  const per = wordDuration(value.per);
  const share = wordPercentage(value.basisPoints);
  return {
    en: `${share} % over ${per.en} (of at least ${value.minimumCount})`,
    zh: `${per.zh}内 ${share}%（总数至少 ${value.minimumCount}）`,
  };
}

/** How a text is said: as it is written, unless a catalogue of words says otherwise. */
export type WordText = (text: string) => Words;

const asWritten: WordText = (text) => ({ en: text, zh: text });

/** An operand as sentences show it; its texts as they are written, or by the words that are given. */
export function wordOperand(operand: KnownOperand, wordText: WordText = asWritten): Words {
  if (typeof operand === 'boolean') return operand ? { en: 'true', zh: '是' } : { en: 'false', zh: '否' };
  if (typeof operand === 'string') return wordText(operand);
  if (typeof operand !== 'object') return { en: String(operand), zh: String(operand) };
  if ('counting' in operand) return wordWindow(operand);
  if ('count' in operand) return wordCap(operand);
  if ('basisPoints' in operand) return wordRate(operand);
  if ('amount' in operand) return wordDuration(operand);
  return wordTexts(operand, wordText);
}

/** Texts as a list: "a, b", a、b. */
export function wordTexts(texts: readonly string[], wordText: WordText = asWritten): Words {
  const words = texts.map((one) => wordText(one));
  return { en: words.map(({ en }) => en).join(', '), zh: words.map(({ zh }) => zh).join('、') };
}
