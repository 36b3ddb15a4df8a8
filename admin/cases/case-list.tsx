import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseView } from '../../server/contract/http/case-view.ts';
import { useMay } from '../api/may.ts';
import { DISPOSITION_ORDER, DispositionChip } from '../common/disposition-chip.tsx';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { CASE_STATUS_ORDER, SUBJECT_TYPE_ORDER } from './case-values.ts';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="id" source="id" label="case.id" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="disposition"
    source="disposition"
    label="case.outcome"
    values={DISPOSITION_ORDER}
    words="disposition"
    alwaysOn
  />,
  <ChoiceFilter key="status" source="status" label="case.status" values={CASE_STATUS_ORDER} words="caseStatus" />,
  <ChoiceFilter
    key="subjectType"
    source="subjectType"
    label="case.subjectType"
    values={SUBJECT_TYPE_ORDER}
    words="subjectType"
  />,
  <TextFilter key="subjectId" source="subjectId" label="case.subjectId" />,
  <TextFilter key="customerId" source="customerId" label="case.customer" />,
  <TextFilter key="reasonCode" source="reasonCode" label="case.reasonCode" />,
  <TextFilter key="queue" source="queue" label="case.queue" />,
  <DayFilter key="from" source="openedAt_gte" label="case.openedFrom" edge="from" />,
  <DayFilter key="until" source="openedAt_lte" label="case.openedUntil" edge="until" />,
  <DayFilter key="sentFrom" source="sentAt_gte" label="case.sentFrom" edge="from" />,
  <DayFilter key="sentUntil" source="sentAt_lte" label="case.sentUntil" edge="until" />,
];

const pathOf = (id: string): string => `/cases/${encodeURIComponent(id)}/show`;

type Translate = (key: string) => string;

/** Columns of the list. */
function listColumns(t: Translate): readonly Column<CaseView>[] {
  return [
    {
      source: 'openedAt',
      label: 'case.opened',
      sortable: true,
      render: (row) => (
        <IdLink to={pathOf(row.id)}>
          <Instant at={row.openedAt} relative />
        </IdLink>
      ),
    },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    {
      source: 'disposition',
      label: 'case.outcome',
      render: (row) => <DispositionChip value={row.disposition} size="small" />,
    },
    {
      source: 'subject',
      label: 'case.subject',
      render: (row) => (
        <>
          {t(`subjectType.${row.subject.type}`)} <Id value={row.subject.id} />
        </>
      ),
    },
    { source: 'reason', label: 'case.reason', render: (row) => t(`claimReason.${row.claim.reason}`) },
    { source: 'remedy', label: 'case.asksFor', render: (row) => t(`requestedRemedy.${row.claim.remedy}`) },
    { source: 'status', label: 'case.status', render: (row) => t(`caseStatus.${row.status}`) },
    {
      source: 'customerId',
      label: 'case.customer',
      hidden: true,
      render: (row) => <Id value={row.customerId} keep={8} />,
    },
  ];
}

/** Every case, newest first. */
export function CaseList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  return (
    <ResourceList<CaseView>
      resource="cases"
      title={t('case.list')}
      byProgram
      sort={{ field: 'openedAt', order: 'DESC' }}
      filters={FILTERS}
      columns={listColumns(t)}
      empty={t('case.empty')}
      csv={may('export', 'case') ? '/api/cases.csv' : undefined}
      card={(row) => (
        <>
          <IdLink to={pathOf(row.id)}>
            {t(`claimReason.${row.claim.reason}`)} · {t(`subjectType.${row.subject.type}`)} {row.subject.id}
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
            <DispositionChip value={row.disposition} size="small" /> {t(`caseStatus.${row.status}`)} ·{' '}
            <ProgramName id={row.program} />
            <Instant at={row.openedAt} relative />
          </Box>
        </>
      )}
    />
  );
}
