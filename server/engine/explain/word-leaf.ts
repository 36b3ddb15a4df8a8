import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import { wordChoice } from '../../core/facts/word-choice.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { Words } from '../../core/policies/operators/operator.ts';
import { wordOperand, type WordText } from '../../core/policies/operators/word-values.ts';
import type { CompiledLeaf } from '../compile/compiled-ruleset.ts';
import { wordActual, type WordedValues } from './word-actual.ts';

/** The parts of a leaf's sentences that do not depend on the case. */
interface LeafWords {
  readonly holds: Words;
  readonly fails: Words;
  readonly unknown: Words;
  readonly notApplicable: Words;
  readonly off: Words;
  /** Of a boolean, by its value. */
  readonly yes: Words;
  readonly no: Words;
  readonly yesFailed: Words;
  readonly noFailed: Words;
}

const NOTHING: Words = { en: '', zh: '' };
/** What a failed condition that no margin speaks for asks for: what was found is said, and so is true of the one that held as well. */
const ASKS_OPPOSITE: Words = { en: ', but the condition asks for the opposite', zh: '，而条件要求相反' };

/** How the texts of a sentence are said. */
interface Telling {
  readonly wordText?: WordText;
  // A version's leaves are explained again and again; what they say of themselves is put together once.
  readonly known: WeakMap<CompiledLeaf, LeafWords>;
}

/** As a decision keeps a sentence: values as they are written, so that what is stored comes out the same again. */
const STORED: Telling = { known: new WeakMap() };

/** As people read it: the values of choices by their words. */
const SHOWN: Telling = { wordText: wordChoice, known: new WeakMap() };

function labelOf({ leaf, factParameter }: CompiledLeaf, dictionary: FactDictionary): Words {
  return factParameter?.parameter.label ?? dictionary.get(leaf.fact)?.label ?? { en: leaf.fact, zh: leaf.fact };
}

function wordUnknown(compiled: CompiledLeaf, label: Words): Words {
  const { parameter, factParameter, operand } = compiled;
  const unset = operand === undefined ? parameter : factParameter;
  if (unset === undefined) return { en: `${label.en} is unknown`, zh: `${label.zh}未知` };
  const { en, zh } = unset.parameter.label;
  return { en: `${en} has no value yet`, zh: `${zh}尚未设定` };
}

function buildWords(compiled: CompiledLeaf, dictionary: FactDictionary, wordText?: WordText): LeafWords {
  const label = labelOf(compiled, dictionary);
  const { phrases } = compiled.found.pair;
  const operand = compiled.operand === undefined ? { en: '', zh: '' } : wordOperand(compiled.operand, wordText);
  // A function as the replacement: an operand may hold a dollar sign, which a replacement text would interpret.
  const say = (phrase: Words): Words => ({
    en: `${label.en} ${phrase.en.replace('{}', () => operand.en)}`,
    zh: `${label.zh}${phrase.zh.replace('{}', () => operand.zh)}`,
  });
  return {
    holds: say(phrases.operator),
    fails: say(phrases.complement),
    unknown: wordUnknown(compiled, label),
    notApplicable: { en: `${label.en} does not apply`, zh: `${label.zh}不适用` },
    off: { en: `${label.en} was not looked at: the rule is switched off`, zh: `未检查${label.zh}：规则已停用` },
    yes: { en: `${label.en}: yes`, zh: `${label.zh}：是` },
    no: { en: `${label.en}: no`, zh: `${label.zh}：否` },
    yesFailed: { en: `${label.en}: yes, but the condition asks for no`, zh: `${label.zh}：是，而条件要求否` },
    noFailed: { en: `${label.en}: no, but the condition asks for yes`, zh: `${label.zh}：否，而条件要求是` },
  };
}

function findWords(compiled: CompiledLeaf, dictionary: FactDictionary, telling: Telling): LeafWords {
  const known = telling.known.get(compiled);
  if (known !== undefined) return known;
  const words = buildWords(compiled, dictionary, telling.wordText);
  telling.known.set(compiled, words);
  return words;
}

/** Where a leaf stands: its letter of the trace, the value that was read, and how far it is from turning. */
export interface LeafFinding {
  readonly letter: string;
  readonly actual: KnownValue | null;
  readonly margin: number | null;
}

/** The margin of a leaf in words, from the view of the condition that failed. */
export function wordLeafMargin({ found, operand }: CompiledLeaf, finding: LeafFinding): Words | null {
  const { letter, actual, margin } = finding;
  if (margin === null || actual === null || operand === undefined) return null;
  const holds = (letter === 'h') !== found.negated;
  const words = found.pair.wordMargin(margin, { holds, value: actual, operand });
  return words.en === '' ? null : words;
}

/** The condition as it was found, with the value in brackets and, where it failed, by how much, or else what it asks for. */
function wordComparison(
  compiled: CompiledLeaf,
  finding: LeafFinding,
  { told, asks }: { readonly told: Words; readonly asks: Words },
  worded: WordedValues,
  { wordText }: Telling,
): Words {
  const { actual } = finding;
  const { operand } = compiled;
  // An equal value has been told already.
  if (actual === null || operand === undefined || actual === operand)
    return asks === NOTHING ? told : { en: told.en + asks.en, zh: told.zh + asks.zh };
  const value = wordActual(actual, operand, worded, wordText);
  const margin = finding.letter === 'f' ? wordLeafMargin(compiled, finding) : null;
  if (margin === null) return { en: `${told.en} (${value.en})${asks.en}`, zh: `${told.zh}（${value.zh}）${asks.zh}` };
  return { en: `${told.en} (${value.en}), ${margin.en}`, zh: `${told.zh}（${value.zh}），${margin.zh}` };
}

/**
 * Says what was found: "Time from payment to claim is outside 14 days (14 days 6 hours), 6 hours too late". A near miss is
 * part of its decision: these words are not to change within one semantics.
 */
export function wordLeaf(compiled: CompiledLeaf, finding: LeafFinding, dictionary: FactDictionary): Words {
  return tellLeaf(compiled, finding, NOTHING, { dictionary, worded: new Map() }, STORED);
}

/** The same for who reads the whole trace: where the condition failed and no margin says so, also what it asks for. */
export function wordLeafInFull(compiled: CompiledLeaf, finding: LeafFinding, setting: WordSetting): Words {
  return tellLeaf(compiled, finding, finding.letter === 'f' ? ASKS_OPPOSITE : NOTHING, setting, SHOWN);
}

/** What leaves are worded with. */
export interface WordSetting {
  readonly dictionary: FactDictionary;
  readonly worded: WordedValues;
}

function tellLeaf(
  compiled: CompiledLeaf,
  finding: LeafFinding,
  asks: Words,
  { dictionary, worded }: WordSetting,
  telling: Telling,
): Words {
  const words = findWords(compiled, dictionary, telling);
  const { letter, actual } = finding;
  if (letter === 'n') return words.notApplicable;
  if (letter === 'o') return words.off;
  if (letter === 'u') return words.unknown;
  if (typeof actual === 'boolean') {
    if (asks === NOTHING) return actual ? words.yes : words.no;
    return actual ? words.yesFailed : words.noFailed;
  }
  const told = (letter === 'h') !== compiled.found.negated ? words.holds : words.fails;
  return wordComparison(compiled, finding, { told, asks }, worded, telling);
}
