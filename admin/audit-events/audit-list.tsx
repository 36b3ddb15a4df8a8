import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import { useMay } from '../api/may.ts';
import { ChoiceFilter, DayFilter, ProgramFilter, SearchFilter, TextFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Id, IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { peopleEn } from '../i18n/people.en.ts';
import { AuditDrawer } from './audit-drawer.tsx';
import { linkSubject } from './list-changes.ts';
import { nameActor } from './name-actor.ts';
import { useShownEvent } from './use-shown-event.ts';
import { isListRead, wordAction } from './word-action.ts';
import { ProgramName } from '../common/program-name.tsx';

const FILTERS = [
  <SearchFilter key="q" source="q" label="audit.search" alwaysOn />,
  <ProgramFilter key="program" source="program" withFloor alwaysOn />,
  <TextFilter key="action" source="action" label="audit.action" alwaysOn />,
  <ChoiceFilter
    key="actorKind"
    source="actorKind"
    label="audit.actorKind"
    values={Object.keys(peopleEn.audit.kinds)}
    words="audit.kinds"
  />,
  <TextFilter key="actor" source="actor" label="audit.actor" />,
  <TextFilter key="subjectType" source="subjectType" label="audit.subjectType" />,
  <TextFilter key="subjectId" source="subjectId" label="audit.subjectId" />,
  <TextFilter key="requestId" source="requestId" label="audit.requestId" />,
  <DayFilter key="from" source="at_gte" label="audit.atFrom" edge="from" />,
  <DayFilter key="until" source="at_lte" label="audit.atUntil" edge="until" />,
];

/** Who did what, newest first; one event opens beside the list. */
export function AuditList(): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const may = useMay();
  const [shown, setShown] = useShownEvent();
  const opener = (row: AuditEventView): ReactElement => (
    <Button
      onClick={() => setShown(row)}
      aria-haspopup="dialog"
      sx={{ p: 0, minHeight: 24, minWidth: 0, textAlign: 'left' }}
    >
      {t('audit.heading', { who: nameActor(row.actor, t), what: wordAction(row, t, locale) })}
    </Button>
  );
  const subject = (row: AuditEventView): ReactElement => {
    if (isListRead(row)) return <>{t('audit.thing.list')}</>;
    const link = linkSubject(row.subject);
    const name = (
      <>
        {t(`audit.thing.${row.subject.type}`, { _: row.subject.type })} <Id value={row.subject.id} keep={8} />
      </>
    );
    return link === null ? name : <IdLink to={link}>{name}</IdLink>;
  };
  const columns: readonly Column<AuditEventView>[] = [
    { source: 'action', label: 'audit.what', render: opener },
    {
      source: 'at',
      label: 'audit.when',
      sortable: true,
      render: (row) => <Instant at={row.at} precision="second" relative />,
    },
    { source: 'subject', label: 'audit.subject', render: subject },
    { source: 'program', label: 'common.program', render: (row) => <ProgramName id={row.program} /> },
    { source: 'ip', label: 'audit.ip', render: (row) => row.ip ?? '–' },
    {
      source: 'requestId',
      label: 'audit.requestId',
      hidden: true,
      render: (row) => (row.requestId === null ? '–' : <Id value={row.requestId} />),
    },
  ];
  return (
    <>
      <ResourceList<AuditEventView>
        resource="audit-events"
        title={t('audit.list')}
        sort={{ field: 'at', order: 'DESC' }}
        filters={FILTERS}
        columns={columns}
        empty={t('audit.empty')}
        csv={may('export', 'audit_event') || may('export', 'policy_audit') ? '/api/audit-events.csv' : undefined}
        card={(row) => (
          <>
            <Box>{opener(row)}</Box>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              <Instant at={row.at} precision="second" relative /> · {subject(row)}
            </Box>
          </>
        )}
      />
      <AuditDrawer event={shown} onClose={() => setShown(null)} />
    </>
  );
}
