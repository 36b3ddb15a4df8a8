import type { EntryView } from '../../contract/http/entry-view.ts';
import { ENTRY_LIST } from '../../contract/http/lists.ts';
import { formatCommodity } from '../../core/money/format-commodity.ts';
import { defineSplitCsv } from '../define-csv.ts';

type Posting = EntryView['postings'][number];
type Row = Omit<EntryView, 'postings'> & { readonly words: string } & Posting;

const wordPostings = (postings: readonly Posting[]): string =>
  postings.map(({ account, commodity, amount }) => `${formatCommodity(amount, commodity)} ${account}`).join('; ');

export const exportEntries = defineSplitCsv<EntryView, Row>({
  name: 'exportEntries',
  list: ENTRY_LIST,
  tag: 'Ledger',
  summary: 'Export ledger entries.',
  note: 'One row for each posting, so that an entry has several rows with the same id. `amount` is a whole number, positive into `account`: minor units of the currency that `commodity` names by its ISO 4217 code, or credits where it is `credit:<program>`. The rows of an entry sum to zero per commodity. `postings` says all of the entry in words, for people.',
  verb: 'ledger:read',
  permission: { action: 'export', subject: 'entry' },
  columns: {
    id: ({ id }) => id,
    key: ({ key }) => key,
    kind: ({ kind }) => kind,
    program: ({ program }) => program,
    customerId: ({ customerId }) => customerId,
    walletId: ({ walletId }) => walletId,
    orderId: ({ orderId }) => orderId,
    generationId: ({ generationId }) => generationId,
    caseId: ({ caseId }) => caseId,
    decisionId: ({ decisionId }) => decisionId,
    payoutId: ({ payoutId }) => payoutId,
    occurredAt: ({ occurredAt }) => occurredAt,
    recordedAt: ({ recordedAt }) => recordedAt,
    account: ({ account }) => account,
    amount: ({ amount }) => amount,
    commodity: ({ commodity }) => commodity,
    postings: ({ words }) => words,
    reverses: ({ reverses }) => reverses,
  },
  split: ({ postings, ...entry }) => {
    const words = wordPostings(postings);
    return postings.map((posting) => ({ ...entry, ...posting, words }));
  },
  read: (useCases, page) => useCases.listEntries(page),
});
