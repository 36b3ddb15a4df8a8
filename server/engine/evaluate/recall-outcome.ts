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

/** Whether an entry holds the outcome of the states in the program's working memory. */
function isKept({ leafWords, memo }: Program, entry: number): boolean {
  const { words } = memo;
  const { length } = leafWords;
  const start = entry * length;
  let w = 0;
  while (w < length && words[start + w] === leafWords[w]) w += 1;
  return w === length;
}

/** Keeps an outcome in the first of its two places, and moves the one that was there to the second. */
function keepOutcome({ leafWords, memo }: Program, place: number, outcome: LeafOutcome): void {
  const { words, outcomes } = memo;
  const start = place * leafWords.length;
  words.copyWithin(start + leafWords.length, start, start + leafWords.length);
  words.set(leafWords, start);
  outcomes[place + 1] = outcomes[place];
  outcomes[place] = outcome;
}

/**
 * The outcome of the comparisons that were just made. The rules are run unless a recent run left the leaves in the
 * same states: what rules say follows from their leaves alone, and cases of one kind share them. The fifty thousand
 * failures of an outage run their rules and spell their trace once.
 */
export function recallOutcome(program: Program): LeafOutcome {
  const { leafWords, memo } = program;
  const { outcomes } = memo;
  // Two places for each, as two kinds of cases that share one would drive each other out for ever.
  const place = hashWords(leafWords) & (outcomes.length - 2);
  const first = outcomes[place];
  if (first !== undefined && isKept(program, place)) return first;
  const second = outcomes[place + 1];
  if (second !== undefined && isKept(program, place + 1)) return second;
  const outcome: LeafOutcome = { ...runRules(program), trace: null };
  memo.ran = outcome;
  keepOutcome(program, place, outcome);
  return outcome;
}

/** The trace of an outcome whose leaf states the program still holds; frozen, since cases share it. */
export function spellTrace(outcome: LeafOutcome, program: Program): CompactTrace {
  if (outcome.trace !== null) return outcome.trace;
  // A verdict kept it without its trace: the rules' states are those of another run.
  if (program.memo.ran !== outcome) runRules(program);
  program.memo.ran = outcome;
  const { ruleStates, ruleWords, leafStates, leafWords } = program;
  const trace = { rules: spellStates(ruleStates, ruleWords), leaves: spellStates(leafStates, leafWords) };
  outcome.trace = Object.freeze(trace);
  return trace;
}
