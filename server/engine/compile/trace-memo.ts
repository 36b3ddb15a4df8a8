import type { CompactTrace } from '../../core/decisions/decision.ts';

/** The traces of the latest runs of one version, by the states of their leaves, from which rules' states follow. */
export interface TraceMemo {
  /** Each entry's leaf states, four a word, entry after entry. */
  readonly words: Uint32Array;
  readonly traces: (CompactTrace | undefined)[];
}

// Words that all entries of one memo may take together: some thousand traces of a usual ruleset, few of a huge one.
const BUDGET_WORDS = 65_536;
const MAX_ENTRIES = 4_096;

/** Room for the traces of a ruleset whose leaves take `wordCount` words; the number of entries is a power of two. */
export function buildTraceMemo(wordCount: number): TraceMemo {
  let entries = MAX_ENTRIES;
  while (entries > 1 && entries * wordCount > BUDGET_WORDS) entries /= 2;
  return {
    words: new Uint32Array(entries * wordCount),
    traces: new Array<CompactTrace | undefined>(entries).fill(undefined),
  };
}
