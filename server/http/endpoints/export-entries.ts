import type { EntryView } from '../../contract/http/entry-view.ts';
import { ENTRY_LIST } from '../../contract/http/lists.ts';
import { formatCommodity } from '../../core/money/format-commodity.ts';
import { defineCsv } from '../define-csv.ts';

export const exportEntries = defineCsv<EntryView>({
  name: 'exportEntries',
  list: ENTRY_LIST,
  tag: 'Ledger',
  summary: 'Export ledger entries.',
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
    postings: ({ postings }) =>
      postings.map(({ account, commodity, amount }) => `${formatCommodity(amount, commodity)} ${account}`).join('; '),
    reverses: ({ reverses }) => reverses,
  },
  read: (useCases, page) => useCases.listEntries(page),
});
