import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import { wordChoice } from '../core/facts/word-choice.ts';
import { verdictSentence } from '../core/decisions/verdict-sentence.ts';
import { wordAudit } from '../core/sentences/word-audit.ts';
import { wordCondition, wordComparison } from '../core/sentences/word-condition.ts';
import type { SentenceContext } from '../core/sentences/word-condition.ts';
import { wordCellChange, wordColumn, wordHead, wordHeadValue, wordValueChange } from '../core/sentences/word-change.ts';
import { wordDisposition, wordFlip, wordOutcome } from '../core/sentences/word-outcome.ts';
import { REASON_WORDS, wordReason } from '../core/sentences/word-reason.ts';
import { wordEffect, wordRule, wordStage } from '../core/sentences/word-rule.ts';
import { wordCell, wordParameterValue, wordProvenance } from '../core/sentences/word-value.ts';
import { wordRuleName } from '../core/sentences/words.ts';
import type { Parameter } from '../core/policies/parameter.ts';

/**
 * Every sentence of the product in English and Chinese, from core's one catalogue: for the browser, so that the
 * sentence of a rule changes as it is edited. Pure; the same words that the server uses.
 */
export const SENTENCES = {
  condition: wordCondition,
  comparison: wordComparison,
  rule: wordRule,
  ruleName: wordRuleName,
  effect: wordEffect,
  stage: wordStage,
  parameterValue: wordParameterValue,
  provenance: wordProvenance,
  cell: wordCell,
  valueChange: wordValueChange,
  cellChange: wordCellChange,
  column: wordColumn,
  head: wordHead,
  headValue: wordHeadValue,
  disposition: wordDisposition,
  outcome: wordOutcome,
  flip: wordFlip,
  reason: wordReason,
  verdict: verdictSentence,
  audit: wordAudit,
  choice: wordChoice,
} as const;

/** Every reason code that has words. */
export { REASON_WORDS };

/** What sentences about these parameters' rules look names up in. */
export function createSentenceContext(parameters: readonly Parameter[]): SentenceContext {
  return { dictionary: FACT_DICTIONARY, parameters };
}
