import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { ApiKeyView } from '../../server/contract/http/api-key-view.ts';
import { useMay } from '../api/may.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ChoiceFilter, ProgramFilter } from '../common/list/filters.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { Instant } from '../common/values.tsx';
import { AddKeyButton } from './add-key-button.tsx';
import { KEY_VERB_ORDER } from './key-verb-order.ts';

const FILTERS = [
  <ChoiceFilter
    key="state"
    source="state"
    label="apiKey.state"
    values={['in_force', 'revoked']}
    words="apiKey"
    alwaysOn
  />,
  <ProgramFilter key="program" source="program" alwaysOn />,
];

/** Keys of machines, without their secrets. */
export function ApiKeyList(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const nameOf = useProgramName();
  const programs = (row: ApiKeyView): string =>
    row.programs.includes('*') ? t('apiKey.allPrograms') : row.programs.map(nameOf).join(', ');
  const verbs = (row: ApiKeyView): string =>
    row.verbs.length >= KEY_VERB_ORDER.length ? t('apiKey.everyVerb') : row.verbs.join(', ');
  const state = (row: ApiKeyView): ReactElement =>
    row.revokedAt === null ? (
      <>{t('apiKey.in_force')}</>
    ) : (
      <>
        {t('apiKey.revoked')}, <Instant at={row.revokedAt} relative />
      </>
    );
  const columns: readonly Column<ApiKeyView>[] = [
    { source: 'name', label: 'apiKey.name', sortable: true, render: (row) => row.name },
    { source: 'programs', label: 'apiKey.programs', render: programs },
    {
      source: 'verbs',
      label: 'apiKey.verbs',
      render: (row) => (
        <Box component="span" sx={{ display: 'inline-block', whiteSpace: 'normal', maxWidth: 420 }}>
          {verbs(row)}
        </Box>
      ),
    },
    {
      source: 'createdAt',
      label: 'apiKey.created',
      sortable: true,
      render: (row) => <Instant at={row.createdAt} relative />,
    },
    { source: 'state', label: 'apiKey.state', render: state },
    ...(may('revoke', 'api_key')
      ? [
          {
            source: 'revoke',
            label: 'apiKey.revokeVerb',
            render: (row: ApiKeyView) => (row.revokedAt === null ? <RevokeKey apiKey={row} /> : null),
          },
        ]
      : []),
  ];
  return (
    <ResourceList<ApiKeyView>
      resource="api-keys"
      title={t('apiKey.list')}
      actions={may('create', 'api_key') ? <AddKeyButton /> : undefined}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={FILTERS}
      columns={columns}
      empty={t('apiKey.empty')}
      card={(row) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{row.name}</Box>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {programs(row)} · {verbs(row)} · {state(row)}
          </Box>
          {may('revoke', 'api_key') && row.revokedAt === null ? (
            <Box>
              <RevokeKey apiKey={row} />
            </Box>
          ) : null}
        </>
      )}
    />
  );
}

function RevokeKey({ apiKey: { id, name } }: { readonly apiKey: ApiKeyView }): ReactElement {
  const t = useTranslate();
  const refresh = useRefresh();
  const revoke = async (reason: string): Promise<void> => {
    await post(`/api/api-keys/${encodeURIComponent(id)}/revoke`, { reason });
    refresh();
  };
  return (
    <ActButton
      label={t('apiKey.revoke')}
      title={t('apiKey.revokeTitle', { name })}
      consequence={t('apiKey.revokeConsequence')}
      verb={t('apiKey.revokeVerb')}
      reason="required"
      tone="error"
      run={revoke}
      done={t('apiKey.revokedDone')}
    />
  );
}
