import type { CompactTrace } from '../../core/decisions/decision.ts';
import type { Program } from '../compile/compiled-ruleset.ts';
import { spellStates } from './spell-states.ts';

function spellTrace({ ruleStates, ruleWords, leafStates, leafWords }: Program): CompactTrace {
  return Object.freeze({ rules: spellStates(ruleStates, ruleWords), leaves: spellStates(leafStates, leafWords) });
}

/** Mixes the words so that near neighbours among the states land on different entries. */
function hashWords(words: Uint32Array): number {
  let hash = 0;
  for (let w = 0; w < words.length; w += 1) hash = Math.imul(hash ^ (words[w] as number), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * The trace of the run that has just ended, spelled out unless a recent run ended in the same states. Cases of one
 * kind share their traces: the fifty thousand failures of an outage spell theirs once and hold it in memory once.
 */
export function recallTrace(program: Program): CompactTrace {
  const { leafWords, memo } = program;
  const { words, traces } = memo;
  const { length } = leafWords;
  const entry = hashWords(leafWords) & (traces.length - 1);
  const start = entry * length;
  const known = traces[entry];
  if (known !== undefined) {
    let w = 0;
    while (w < length && words[start + w] === leafWords[w]) w += 1;
    if (w === length) return known;
  }
  const trace = spellTrace(program);
  words.set(leafWords, start);
  traces[entry] = trace;
  return trace;
}
