import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useMay } from '../api/may.ts';
import type { DecisionView } from '../../server/contract/http/decision-view.ts';
import { DISPOSITION_ORDER, DispositionChip } from '../common/disposition-chip.tsx';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { wordGrant, wordReason, wordVerdict } from './word-verdict.ts';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="id" source="id" label="decision.id" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="disposition"
    source="disposition"
    label="decision.outcome"
    values={DISPOSITION_ORDER}
    words="disposition"
    alwaysOn
  />,
  <TextFilter key="caseId" source="caseId" label="decision.case" />,
  <DayFilter key="from" source="decidedAt_gte" label="decision.decidedFrom" edge="from" />,
  <DayFilter key="until" source="decidedAt_lte" label="decision.decidedUntil" edge="until" />,
];

const pathOf = (id: string): string => `/decisions/${encodeURIComponent(id)}/show`;

/** Every decision, newest first. */
export function DecisionList(): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const may = useMay();
  const columns: readonly Column<DecisionView>[] = [
    {
      source: 'decidedAt',
      label: 'decision.when',
      sortable: true,
      render: (row) => (
        <IdLink to={pathOf(row.id)}>
          <Instant at={row.decidedAt} relative />
        </IdLink>
      ),
    },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    {
      source: 'disposition',
      label: 'decision.outcome',
      render: (row) => <DispositionChip value={row.disposition} size="small" />,
    },
    { source: 'reasonCode', label: 'decision.reason', render: (row) => wordReason(row.reasonCode, t) },
    { source: 'granted', label: 'decision.granted', numeric: true, render: (row) => wordGrant(row, t) ?? '–' },
    {
      source: 'version',
      label: 'decision.version',
      render: (row) => (
        <IdLink to={`/policies/${row.policyVersion.policy}/show`}>{`v${row.policyVersion.number}`}</IdLink>
      ),
    },
    {
      source: 'caseId',
      label: 'decision.case',
      render: (row) => <IdLink to={`/cases/${encodeURIComponent(row.caseId)}/show`} id={row.caseId} />,
    },
  ];
  return (
    <ResourceList<DecisionView>
      resource="decisions"
      title={t('decision.list')}
      byProgram
      sort={{ field: 'decidedAt', order: 'DESC' }}
      filters={FILTERS}
      columns={columns}
      empty={t('decision.empty')}
      csv={may('export', 'decision') ? '/api/decisions.csv' : undefined}
      card={(row) => (
        <>
          <IdLink to={pathOf(row.id)}>{wordVerdict(row, t, locale)}</IdLink>
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
            <DispositionChip value={row.disposition} size="small" /> <ProgramName id={row.program} /> v
            {row.policyVersion.number}
            <Instant at={row.decidedAt} relative />
          </Box>
        </>
      )}
    />
  );
}
