import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { EntryView } from '../../server/contract/http/entry-view.ts';
import { useMay } from '../api/may.ts';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Commodities, Instant } from '../common/values.tsx';
import { wordsEn } from '../i18n/words.en.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { selectMoved } from './select-moved.ts';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="walletId" source="walletId" label="entry.wallet" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="kind"
    source="kind"
    label="entry.kind"
    values={Object.keys(wordsEn.entryKind)}
    words="entryKind"
    alwaysOn
  />,
  <TextFilter key="orderId" source="orderId" label="entry.order" />,
  <TextFilter key="caseId" source="caseId" label="entry.case" />,
  <TextFilter key="decisionId" source="decisionId" label="entry.decision" />,
  <DayFilter key="from" source="recordedAt_gte" label="entry.from" edge="from" />,
  <DayFilter key="until" source="recordedAt_lte" label="entry.until" edge="until" />,
];

/** Columns of the list. */
function listColumns(opener: (row: EntryView) => ReactElement): readonly Column<EntryView>[] {
  return [
    { source: 'kind', label: 'entry.kind', render: opener },
    {
      source: 'recordedAt',
      label: 'entry.recorded',
      sortable: true,
      render: (row) => <Instant at={row.recordedAt} relative />,
    },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    {
      source: 'amount',
      label: 'entry.amount',
      numeric: true,
      render: (row) => <Commodities amounts={selectMoved(row.postings)} />,
    },
    {
      source: 'wallet',
      label: 'entry.wallet',
      render: (row) => (row.walletId === null ? '–' : <Id value={row.walletId} keep={10} />),
    },
    {
      source: 'case',
      label: 'entry.case',
      render: (row) =>
        row.caseId === null ? '–' : <IdLink to={`/cases/${encodeURIComponent(row.caseId)}/show`} id={row.caseId} />,
    },
    {
      source: 'reverses',
      label: 'entry.reverses',
      render: (row) => (row.reverses === null ? '–' : <Id value={row.reverses} />),
    },
  ];
}

/** The ledger, newest first; an entry opens beside the list. */
export function EntryList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const [shown, setShown] = useState<EntryView | null>(null);
  const opener = (row: EntryView): ReactElement => (
    <Button
      onClick={() => setShown(row)}
      aria-haspopup="dialog"
      sx={{ p: 0, minHeight: 24, minWidth: 0, textAlign: 'left' }}
    >
      {t(`entryKind.${row.kind}`)}
    </Button>
  );
  return (
    <>
      <ResourceList<EntryView>
        resource="ledger-entries"
        title={t('entry.list')}
        byProgram
        sort={{ field: 'recordedAt', order: 'DESC' }}
        filters={FILTERS}
        columns={listColumns(opener)}
        empty={t('entry.empty')}
        csv={may('export', 'entry') ? '/api/ledger-entries.csv' : undefined}
        card={(row) => (
          <>
            <Box>{opener(row)}</Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              <ProgramName id={row.program} /> · <Commodities amounts={selectMoved(row.postings)} inline /> ·{' '}
              <Instant at={row.recordedAt} relative />
            </Box>
          </>
        )}
      />
      <EntryDrawer entry={shown} onClose={() => setShown(null)} />
    </>
  );
}
