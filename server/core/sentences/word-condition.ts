import { wordChoice } from '../facts/word-choice.ts';
import type { FactDictionary } from '../facts/fact-definition.ts';
import type { Words } from '../policies/operators/operator.ts';
import { findOperator } from '../policies/operators/operator-table.ts';
import { wordOperand } from '../policies/operators/word-values.ts';
import type { Parameter } from '../policies/parameter.ts';
import type { Condition, Leaf, Operand } from '../policies/ruleset.ts';
import { joinAll, joinAny, sameWords } from './words.ts';
import { NOT_SET, wordParameterValue } from './word-value.ts';

/** What sentences about conditions look names up in. */
export interface SentenceContext {
  readonly dictionary: FactDictionary;
  readonly parameters: readonly Parameter[];
}

const PARAM = 'param.';

function findParameter(fact: string, { parameters }: SentenceContext): Parameter | undefined {
  if (!fact.startsWith(PARAM)) return undefined;
  const [name] = fact.slice(PARAM.length).split('.');
  return parameters.find((one) => one.name === name);
}

function wordParameterOperand(fact: string, context: SentenceContext): Words {
  const parameter = findParameter(fact, context);
  if (parameter === undefined) return sameWords(fact);
  if (parameter.kind === 'matrix') {
    const eligible = fact.endsWith('.yes');
    return {
      en: `those marked ${eligible ? 'yes' : 'no'} in ${parameter.label.en}`,
      zh: `${parameter.label.zh}中标为${eligible ? '是' : '否'}的项`,
    };
  }
  if (parameter.value === undefined)
    return { en: `${parameter.label.en} (${NOT_SET.en.toLowerCase()})`, zh: `${parameter.label.zh}（${NOT_SET.zh}）` };
  return parameter.kind === 'window' ? wordOperand(parameter.value) : wordParameterValue(parameter);
}

function wordRight(value: Operand, context: SentenceContext): Words {
  if (typeof value === 'object' && 'fact' in value) return wordParameterOperand(value.fact, context);
  return wordOperand(value, wordChoice);
}

/** One comparison: "Payment to claim is outside 14 days"; a boolean by its label and yes or no. */
export function wordComparison(leaf: Leaf, context: SentenceContext): Words {
  const label =
    findParameter(leaf.fact, context)?.label ?? context.dictionary.get(leaf.fact)?.label ?? sameWords(leaf.fact);
  const found = findOperator(leaf.operator);
  if (found === null) return { en: `${label.en} ${leaf.operator}`, zh: `${label.zh} ${leaf.operator}` };
  if (typeof leaf.value === 'boolean') {
    const yes = leaf.value !== found.negated;
    return { en: `${label.en}: ${yes ? 'yes' : 'no'}`, zh: `${label.zh}：${yes ? '是' : '否'}` };
  }
  const phrase = found.negated ? found.pair.phrases.complement : found.pair.phrases.operator;
  const right = wordRight(leaf.value, context);
  return {
    en: `${label.en} ${phrase.en.replace('{}', () => right.en)}`,
    zh: `${label.zh}${phrase.zh.replace('{}', () => right.zh)}`,
  };
}

/** A whole condition as one part of a sentence. */
export function wordCondition(condition: Condition, context: SentenceContext): Words {
  if ('fact' in condition) return wordComparison(condition, context);
  if ('not' in condition) {
    const inner = wordCondition(condition.not, context);
    return { en: `it is not so that ${inner.en}`, zh: `并非${inner.zh}` };
  }
  if ('all' in condition) return joinAll(condition.all.map((one) => wordCondition(one, context)));
  return joinAny(condition.any.map((one) => wordCondition(one, context)));
}
