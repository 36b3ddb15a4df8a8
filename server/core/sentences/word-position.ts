import type { Words } from '../policies/operators/operator.ts';
import { wordOperand } from '../policies/operators/word-values.ts';
import type { Parameter } from '../policies/parameter.ts';
import { sameWords, wordLabelled } from './words.ts';

const UNITS: Readonly<Record<string, string>> = {
  seconds: '秒',
  minutes: '分钟',
  hours: '小时',
  days: '天',
  ms: '毫秒',
};
const unitOf = (unit: string): string => UNITS[unit] ?? unit;
const oneOf = (unit: string): string => (unit === 'ms' ? '1 ms' : `1 ${unit.replace(/s$/u, '')}`);

const NAMES: readonly { readonly form: RegExp; readonly word: (...parts: readonly string[]) => Words }[] = [
  {
    form: /^1 (\w+) (before|after) the end$/u,
    word: (unit = '', side) => ({
      en: `${oneOf(unit)} ${side ?? ''} the last admissible instant`,
      zh: `最后可受理时刻${side === 'before' ? '前' : '后'} 1 ${unitOf(unit)}`,
    }),
  },
  { form: /^the last instant$/u, word: () => ({ en: 'the last admissible instant', zh: '最后可受理时刻' }) },
  {
    form: /^(\d+) in the period$/u,
    word: (count = '') => ({ en: `${count} in the period`, zh: `期间内 ${count} 次` }),
  },
  {
    form: /^(\d+) of which the oldest is exactly the period old$/u,
    word: (count = '') => ({
      en: `${count}, the oldest exactly the period old`,
      zh: `${count} 次，最早一次恰为期间长度`,
    }),
  },
  {
    form: /^(\d+) of which the oldest is 1 (\w+) (less|more) than the period old$/u,
    word: (count = '', unit = '', side) => ({
      en: `${count}, the oldest ${oneOf(unit)} ${side === 'less' ? 'younger' : 'older'} than the period`,
      zh: `${count} 次，最早一次比期间${side === 'less' ? '短' : '长'} 1 ${unitOf(unit)}`,
    }),
  },
  {
    form: /^(\d+) of (\d+) refunded$/u,
    word: (part = '', whole = '') => ({ en: `${part} of ${whole} refunded`, zh: `${whole} 笔中 ${part} 笔已退款` }),
  },
  {
    form: /^an outage of the duration ([-+]) (\d+) ms$/u,
    word: (sign, ms = '') =>
      ms === '0'
        ? { en: 'an outage exactly that long', zh: '故障时长恰为该值' }
        : {
            en: `an outage ${sign === '-' ? 'shorter' : 'longer'} by ${ms} ms`,
            zh: `故障时长${sign === '-' ? '短' : '长'} ${ms} 毫秒`,
          },
  },
];

/** The case as it is, where nothing was moved. */
export const UNMOVED: Words = { en: 'the case as it is', zh: '用例本身' };

/** Where a case was given one value of a fact: "Unusable score: 69", "Automatic: no". */
export function wordPlaced(label: Words, value: string | number | boolean): Words {
  if (typeof value !== 'boolean') return wordLabelled(label, sameWords(String(value)));
  return wordLabelled(label, value ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' });
}

/** Where a boundary case lies, by the name it was made under: "10 days: 1 ms after the last admissible instant". */
export function wordPosition(name: string, around: Parameter): Words {
  const value = around.value === undefined || around.kind === 'matrix' ? null : wordOperand(around.value);
  for (const { form, word } of NAMES) {
    const found = form.exec(name);
    if (found === null) continue;
    const said = word(...found.slice(1));
    return value === null ? said : { en: `${value.en}: ${said.en}`, zh: `${value.zh}：${said.zh}` };
  }
  return { en: name, zh: name };
}
