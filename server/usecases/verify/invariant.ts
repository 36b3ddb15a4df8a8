import type { LedgerAudit } from '../../ports/ledger-audit.ts';

/** What checking one invariant found. */
export interface InvariantOutcome {
  /** What was looked at, in words: `1,204 entries`. */
  readonly checked: string;
  /** The first thing that breaks the invariant, by its ids; absent where it holds. */
  readonly violation?: string;
  /** What is worth saying although the invariant holds. */
  readonly notes?: readonly string[];
}

/** A sentence about the whole store that is always true, and how to look whether it is. */
export interface Invariant {
  /** The sentence. */
  readonly name: string;
  check(audit: LedgerAudit): Promise<InvariantOutcome>;
}

/** A count in words: `1 entry`, `1,204 entries`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
