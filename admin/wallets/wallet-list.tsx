import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { WalletRow } from '../../server/contract/http/wallet-row.ts';
import { ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Credits } from '../common/values.tsx';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="walletId" source="walletId" label="wallet.id" alwaysOn />,
  <TextFilter key="customerId" source="customerId" label="wallet.customer" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
];

const pathOf = (id: string): string => `/wallets/${encodeURIComponent(id)}/show`;

const COLUMNS: readonly Column<WalletRow>[] = [
  {
    source: 'walletId',
    label: 'wallet.id',
    render: (row) => (
      <IdLink to={pathOf(row.id)}>
        <Id value={row.walletId} keep={12} />
      </IdLink>
    ),
  },
  { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
  { source: 'customerId', label: 'wallet.customer', render: (row) => <Id value={row.customerId} keep={12} /> },
  { source: 'balance', label: 'wallet.balance', numeric: true, render: (row) => <Credits value={row.balance} /> },
  { source: 'held', label: 'wallet.held', numeric: true, render: (row) => <Credits value={row.held} /> },
  { source: 'lots', label: 'wallet.lots', numeric: true, render: (row) => <span className="num">{row.lots}</span> },
];

/** Every wallet of the reader’s programs. */
export function WalletList(): ReactElement {
  const t = useTranslate();
  return (
    <ResourceList<WalletRow>
      resource="wallets"
      title={t('wallet.list')}
      byProgram
      sort={{ field: 'id', order: 'ASC' }}
      filters={FILTERS}
      columns={COLUMNS}
      empty={t('wallet.empty')}
      card={(row) => (
        <>
          <IdLink to={pathOf(row.id)}>{row.walletId}</IdLink>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            <ProgramName id={row.program} /> · {t('wallet.line', { spend: row.balance, held: row.held })}
          </Box>
        </>
      )}
    />
  );
}
