import type { CompactTrace } from '../../core/decisions/decision.ts';

/** What follows from the states of all leaves alone. */
export interface LeafOutcome {
  /** Index of the first rule that held, or -1. */
  readonly held: number;
  /** Indexes of the unknown rules above it, or of all where none held. */
  readonly open: readonly number[];
  /** Spelled when it is first asked for. */
  trace: CompactTrace | null;
}

/** The outcomes of the latest runs of one version, by the states of their leaves. */
export interface OutcomeMemo {
  /** Each entry's leaf states, four a word, entry after entry. */
  readonly words: Uint32Array;
  readonly outcomes: (LeafOutcome | undefined)[];
  /** The outcome that the rules were last run for: the program's working memory holds their states. */
  ran: LeafOutcome | null;
}

// Words that all entries of one memo may take together: some thousand outcomes of a usual ruleset, few of a huge one.
const BUDGET_WORDS = 65_536;
const MAX_ENTRIES = 4_096;

/** Room for the outcomes of a ruleset whose leaves take `wordCount` words; the number of entries is a power of two, at least two. */
export function buildOutcomeMemo(wordCount: number): OutcomeMemo {
  let entries = MAX_ENTRIES;
  while (entries > 2 && entries * wordCount > BUDGET_WORDS) entries /= 2;
  return {
    words: new Uint32Array(entries * wordCount),
    outcomes: new Array<LeafOutcome | undefined>(entries).fill(undefined),
    ran: null,
  };
}
