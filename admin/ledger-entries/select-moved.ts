import type { EntryView } from '../../server/contract/http/entry-view.ts';

type Posting = EntryView['postings'][number];

/** How much an entry moves of each commodity: what goes into its accounts, which is what comes out of others. */
export function selectMoved(
  postings: readonly Posting[],
): readonly { readonly commodity: string; readonly amount: number }[] {
  const moved = new Map<string, number>();
  for (const { commodity, amount } of postings)
    if (amount > 0) moved.set(commodity, (moved.get(commodity) ?? 0) + amount);
  return [...moved].map(([commodity, amount]) => ({ commodity, amount }));
}

/** What the postings of a commodity add up to; zero in every sound entry. */
export function sumPostings(postings: readonly Posting[], commodity: string): number {
  return postings.reduce((sum, posting) => sum + (posting.commodity === commodity ? posting.amount : 0), 0);
}
