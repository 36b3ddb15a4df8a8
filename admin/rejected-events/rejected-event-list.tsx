import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import type { RejectedEventView } from '../../server/contract/http/operations-view.ts';
import type { EventReplay } from '../../server/contract/http/replies.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="code" source="code" label="rejectedEvent.code" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="status"
    source="status"
    label="common.status"
    values={['waiting', 'rejected']}
    words="rejectedEvent.status"
    alwaysOn
  />,
  <TextFilter key="type" source="type" label="rejectedEvent.type" />,
  <TextFilter key="id" source="id" label="rejectedEvent.id" />,
  <DayFilter key="from" source="receivedAt_gte" label="rejectedEvent.from" edge="from" />,
  <DayFilter key="until" source="receivedAt_lte" label="rejectedEvent.until" edge="until" />,
];

/** Every type begins with the product's name. */
const shortType = (type: string): string => type.replace(/^redress\./, '');

type Translate = (key: string) => string;

/** Columns of the list. */
function listColumns(t: Translate, mayReplay: boolean): readonly Column<RejectedEventView>[] {
  return [
    {
      source: 'receivedAt',
      label: 'rejectedEvent.received',
      sortable: true,
      render: (row) => <Instant at={row.receivedAt} relative />,
    },
    { source: 'type', label: 'rejectedEvent.type', render: (row) => shortType(row.type) },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    { source: 'status', label: 'common.status', render: (row) => t(`rejectedEvent.status.${row.status}`) },
    {
      source: 'code',
      label: 'rejectedEvent.code',
      render: (row) => (
        <>
          {row.code}
          <Box lang="en" sx={{ whiteSpace: 'normal', minWidth: 200, color: 'text.secondary', fontSize: '0.8125rem' }}>
            {row.message}
          </Box>
        </>
      ),
    },
    {
      source: 'waitsFor',
      label: 'rejectedEvent.waitsFor',
      hidden: true,
      render: (row) => (row.waitsFor.length === 0 ? '–' : row.waitsFor.join(', ')),
    },
    {
      source: 'eventKey',
      label: 'rejectedEvent.key',
      hidden: true,
      render: (row) => <Id value={row.eventKey} keep={12} />,
    },
    {
      source: 'attempts',
      label: 'rejectedEvent.attempts',
      numeric: true,
      render: (row) => <span className="num">{row.attempts}</span>,
    },
    ...(mayReplay
      ? [
          {
            source: 'replay',
            label: 'rejectedEvent.replay',
            render: (row: RejectedEventView) => <ReplayEvent event={row} />,
          },
        ]
      : []),
  ];
}

/** Events that were not applied, and the way to try them again. */
export function RejectedEventList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  return (
    <ResourceList<RejectedEventView>
      resource="rejected-events"
      title={t('rejectedEvent.list')}
      intro={t('rejectedEvent.intro')}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      filters={FILTERS}
      columns={listColumns(t, may('replay', 'operation'))}
      empty={t('rejectedEvent.empty')}
      card={(row) => (
        <>
          <Box>
            {shortType(row.type)} · <ProgramName id={row.program} /> · {t(`rejectedEvent.status.${row.status}`)}
          </Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {row.code}: <span lang="en">{row.message}</span> · <Instant at={row.receivedAt} relative />
          </Box>
          {may('replay', 'operation', row.program) ? (
            <Box>
              <ReplayEvent event={row} />
            </Box>
          ) : null}
        </>
      )}
    />
  );
}

function ReplayEvent({ event }: { readonly event: RejectedEventView }): ReactElement {
  const t = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const replay = async (): Promise<void> => {
    const { outcome, message } = await post<EventReplay>(`/api/rejected-events/${encodeURIComponent(event.id)}/replay`);
    notify(t(`rejectedEvent.outcome.${outcome}`, { message: message ?? '' }), { type: 'info' });
    refresh();
  };
  return (
    <ActButton
      label={t('rejectedEvent.replayAct')}
      title={t('rejectedEvent.replayTitle')}
      consequence={t('rejectedEvent.consequence')}
      verb={t('rejectedEvent.replay')}
      run={replay}
    />
  );
}
