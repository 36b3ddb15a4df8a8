import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { DeadLetterView } from '../../server/contract/http/operations-view.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="code" source="code" label="deadLetter.code" alwaysOn />,
  <ProgramFilter key="program" source="program" alwaysOn />,
  <ChoiceFilter
    key="topic"
    source="topic"
    label="deadLetter.what"
    values={['outcome', 'payout']}
    words="deadLetter.topic"
    alwaysOn
  />,
  <TextFilter key="id" source="id" label="deadLetter.id" />,
  <DayFilter key="from" source="buriedAt_gte" label="deadLetter.from" edge="from" />,
  <DayFilter key="until" source="buriedAt_lte" label="deadLetter.until" edge="until" />,
];

function about(row: DeadLetterView): ReactElement {
  return (
    <IdLink to={`/${row.topic === 'payout' ? 'payouts' : 'decisions'}/${encodeURIComponent(row.ref)}/show`}>
      <Id value={row.ref} keep={8} />
    </IdLink>
  );
}

type Translate = (key: string) => string;

/** Columns of the list. */
function listColumns(t: Translate, mayReplay: boolean): readonly Column<DeadLetterView>[] {
  return [
    { source: 'ref', label: 'deadLetter.ref', render: about },
    {
      source: 'buriedAt',
      label: 'deadLetter.buried',
      sortable: true,
      render: (row) => <Instant at={row.buriedAt} relative />,
    },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    { source: 'topic', label: 'deadLetter.what', render: (row) => t(`deadLetter.topic.${row.topic}`) },
    {
      source: 'code',
      label: 'deadLetter.code',
      render: (row) => (
        <>
          {row.code}
          <Box lang="en" sx={{ whiteSpace: 'normal', minWidth: 280, color: 'text.secondary', fontSize: '0.8125rem' }}>
            {row.detail}
          </Box>
        </>
      ),
    },
    {
      source: 'attempts',
      label: 'deadLetter.attempts',
      numeric: true,
      render: (row) => <span className="num">{row.attempts}</span>,
    },
    ...(mayReplay
      ? [
          {
            source: 'replay',
            label: 'deadLetter.replay',
            render: (row: DeadLetterView) => <ReplayLetter letter={row} />,
          },
        ]
      : []),
  ];
}

/** Work given up, and the way to have it done after all. */
export function DeadLetterList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  return (
    <ResourceList<DeadLetterView>
      resource="dead-letters"
      title={t('deadLetter.list')}
      intro={t('deadLetter.intro')}
      sort={{ field: 'buriedAt', order: 'DESC' }}
      filters={FILTERS}
      columns={listColumns(t, may('replay', 'operation'))}
      empty={t('deadLetter.empty')}
      card={(row) => (
        <>
          <Box>
            {t(`deadLetter.topic.${row.topic}`)} · <ProgramName id={row.program} /> · {about(row)}
          </Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {row.code}: <span lang="en">{row.detail}</span> · <Instant at={row.buriedAt} relative />
          </Box>
          {may('replay', 'operation', row.program) ? (
            <Box>
              <ReplayLetter letter={row} />
            </Box>
          ) : null}
        </>
      )}
    />
  );
}

function ReplayLetter({ letter }: { readonly letter: DeadLetterView }): ReactElement {
  const t = useTranslate();
  const refresh = useRefresh();
  const replay = async (): Promise<void> => {
    await post(`/api/dead-letters/${encodeURIComponent(letter.id)}/replay`);
    refresh();
  };
  return (
    <ActButton
      label={t('deadLetter.replayAct')}
      title={t('deadLetter.replayTitle')}
      consequence={t('deadLetter.consequence')}
      verb={t('deadLetter.replay')}
      run={replay}
      done={t('deadLetter.done')}
    />
  );
}
