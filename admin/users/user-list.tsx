import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { UserView } from '../../server/contract/http/user-view.ts';
import { useMay } from '../api/may.ts';
import { ChoiceFilter } from '../common/list/filters.tsx';
import { ResourceList } from '../common/list/resource-list.tsx';
import type { Column } from '../common/list/resource-list.tsx';
import { IdLink } from '../common/refs.tsx';
import { Instant } from '../common/values.tsx';
import { wordsEn } from '../i18n/words.en.ts';
import { AddUserButton } from './add-user-button.tsx';
import { useProgramName } from '../common/use-programs.ts';
import { wordGrants } from './grants-editor.tsx';

const FILTERS = [
  <ChoiceFilter key="role" source="role" label="user.role" values={Object.keys(wordsEn.role)} words="role" alwaysOn />,
  <ChoiceFilter key="status" source="status" label="user.status" values={['active', 'locked']} words="user" alwaysOn />,
];

const pathOf = (id: string): string => `/users/${encodeURIComponent(id)}/show`;

/** Everybody who can sign in. */
export function UserList(): ReactElement {
  const t = useTranslate();
  const nameOf = useProgramName();
  const may = useMay();
  const columns: readonly Column<UserView>[] = [
    {
      source: 'name',
      label: 'user.name',
      sortable: true,
      render: (row) => <IdLink to={pathOf(row.id)}>{row.name}</IdLink>,
    },
    { source: 'email', label: 'user.email', sortable: true, render: (row) => row.email },
    {
      source: 'grants',
      label: 'user.roles',
      render: (row) => (
        <Box component="span" sx={{ whiteSpace: 'normal' }}>
          {wordGrants(row.grants, t, nameOf)}
        </Box>
      ),
    },
    { source: 'status', label: 'user.status', render: (row) => t(`user.${row.status}`) },
    {
      source: 'lastSeenAt',
      label: 'user.lastSeen',
      sortable: true,
      render: (row) => (row.lastSeenAt === null ? t('user.never') : <Instant at={row.lastSeenAt} relative />),
    },
  ];
  return (
    <ResourceList<UserView>
      resource="users"
      title={t('user.list')}
      actions={may('create', 'user') ? <AddUserButton /> : undefined}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={FILTERS}
      columns={columns}
      empty={t('user.empty')}
      card={(row) => (
        <>
          <IdLink to={pathOf(row.id)}>{row.name}</IdLink>
          <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {row.email} · {wordGrants(row.grants, t, nameOf)} · {t(`user.${row.status}`)}
          </Box>
        </>
      )}
    />
  );
}
