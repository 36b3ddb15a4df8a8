import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { PayoutView } from '../../server/contract/http/payout-view.ts';
import { useMay } from '../api/may.ts';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { PAYOUT_STATUS_ORDER, PayoutStatusChip } from '../common/payout-status-chip.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant, Money } from '../common/values.tsx';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="orderId" source="orderId" label="payout.order" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="status"
    source="status"
    label="payout.status"
    values={PAYOUT_STATUS_ORDER}
    words="payoutStatus"
    alwaysOn
  />,
  <TextFilter key="provider" source="provider" label="payout.provider" />,
  <TextFilter key="caseId" source="caseId" label="payout.case" />,
  <TextFilter key="decisionId" source="decisionId" label="payout.decision" />,
  <TextFilter key="id" source="id" label="payout.id" />,
  <DayFilter key="from" source="createdAt_gte" label="payout.from" edge="from" />,
  <DayFilter key="until" source="createdAt_lte" label="payout.until" edge="until" />,
];

const pathOf = (id: string): string => `/payouts/${encodeURIComponent(id)}/show`;

const COLUMNS: readonly Column<PayoutView>[] = [
  {
    source: 'createdAt',
    label: 'payout.created',
    sortable: true,
    render: (row) => (
      <IdLink to={pathOf(row.id)}>
        <Instant at={row.createdAt} relative />
      </IdLink>
    ),
  },
  { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
  { source: 'status', label: 'payout.status', render: (row) => <PayoutStatusChip value={row.status} size="small" /> },
  {
    source: 'amount',
    label: 'payout.amount',
    numeric: true,
    render: (row) => <Money minor={row.amountMinor} currency={row.currency} />,
  },
  { source: 'provider', label: 'payout.provider', render: (row) => row.provider },
  { source: 'orderId', label: 'payout.order', render: (row) => <Id value={row.orderId} keep={10} /> },
  {
    source: 'caseId',
    label: 'payout.case',
    render: (row) => <IdLink to={`/cases/${encodeURIComponent(row.caseId)}/show`} id={row.caseId} />,
  },
];

/** Every cash refund on its way, newest first. */
export function PayoutList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  return (
    <ResourceList<PayoutView>
      resource="payouts"
      title={t('payout.list')}
      byProgram
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={FILTERS}
      columns={COLUMNS}
      empty={t('payout.empty')}
      csv={may('export', 'payout') ? '/api/payouts.csv' : undefined}
      card={(row) => (
        <>
          <IdLink to={pathOf(row.id)}>
            <Money minor={row.amountMinor} currency={row.currency} /> · {row.provider}
          </IdLink>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              fontSize: '0.8125rem',
              color: 'text.secondary',
            }}
          >
            <PayoutStatusChip value={row.status} size="small" /> <ProgramName id={row.program} />
            <Instant at={row.createdAt} relative />
          </Box>
        </>
      )}
    />
  );
}
