import { PAYOUT_LIST } from '../../contract/http/lists.ts';
import type { PayoutView } from '../../contract/http/payout-view.ts';
import { defineCsv } from '../define-csv.ts';

export const exportPayouts = defineCsv<PayoutView>({
  name: 'exportPayouts',
  list: PAYOUT_LIST,
  tag: 'Payouts',
  summary: 'Export payouts.',
  verb: 'payouts:read',
  permission: { action: 'export', subject: 'payout' },
  columns: {
    id: ({ id }) => id,
    program: ({ program }) => program,
    customerId: ({ customerId }) => customerId,
    caseId: ({ caseId }) => caseId,
    decisionId: ({ decisionId }) => decisionId,
    orderId: ({ orderId }) => orderId,
    provider: ({ provider }) => provider,
    amountMinor: ({ amountMinor }) => amountMinor,
    currency: ({ currency }) => currency,
    status: ({ status }) => status,
    attempts: ({ attempts }) => attempts,
    providerRefundId: ({ providerRefundId }) => providerRefundId,
    failureCode: ({ failureCode }) => failureCode,
    createdAt: ({ createdAt }) => createdAt,
    submittedAt: ({ submittedAt }) => submittedAt,
    settledAt: ({ settledAt }) => settledAt,
  },
  read: (useCases, page) => useCases.listPayouts(page),
});
