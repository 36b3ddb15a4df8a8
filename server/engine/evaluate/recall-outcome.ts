import type { CompactTrace } from '../../core/decisions/decision.ts';
import type { Program } from '../compile/compiled-ruleset.ts';
import type { LeafOutcome } from '../compile/outcome-memo.ts';
import { runRules } from './run-program.ts';
import { spellStates } from './spell-states.ts';

/** Mixes the words so that near neighbours among the states land on different entries. */
function hashWords(words: Uint32Array): number {
  let hash = 0;
  for (let w = 0; w < words.length; w += 1) hash = Math.imul(hash ^ (words[w] as number), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * The outcome of the comparisons that were just made. The rules are run unless a recent run left the leaves in the
 * same states: what rules say follows from their leaves alone, and cases of one kind share them. The fifty thousand
 * failures of an outage run their rules and spell their trace once.
 */
export function recallOutcome(program: Program): LeafOutcome {
  const { leafWords, memo } = program;
  const { words, outcomes } = memo;
  const { length } = leafWords;
  const entry = hashWords(leafWords) & (outcomes.length - 1);
  const start = entry * length;
  const known = outcomes[entry];
  if (known !== undefined) {
    let w = 0;
    while (w < length && words[start + w] === leafWords[w]) w += 1;
    if (w === length) return known;
  }
  const outcome: LeafOutcome = { ...runRules(program), trace: null };
  words.set(leafWords, start);
  outcomes[entry] = outcome;
  return outcome;
}

/** The trace of an outcome whose leaf states the program still holds; frozen, since cases share it. */
export function spellTrace(outcome: LeafOutcome, program: Program): CompactTrace {
  if (outcome.trace !== null) return outcome.trace;
  runRules(program);
  const { ruleStates, ruleWords, leafStates, leafWords } = program;
  const trace = { rules: spellStates(ruleStates, ruleWords), leaves: spellStates(leafStates, leafWords) };
  outcome.trace = Object.freeze(trace);
  return trace;
}
