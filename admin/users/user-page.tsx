import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useParams } from 'react-router-dom';
import { useNotify, useTranslate } from 'react-admin';
import type { UserView } from '../../server/contract/http/user-view.ts';
import { useMay, useSession } from '../api/may.ts';
import { put } from '../api/request.ts';
import { useRead } from '../api/use-read.ts';
import { FactsList } from '../common/facts-list.tsx';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { Id } from '../common/refs.tsx';
import { ErrorNote, StateView } from '../common/state-view.tsx';
import { Instant } from '../common/values.tsx';
import { GrantsEditor } from './grants-editor.tsx';
import type { GrantValue } from './grants-editor.tsx';
import { UserActs } from './user-acts.tsx';

/** One user: roles by program, and the acts on the account. */
export function UserPage(): ReactElement {
  const t = useTranslate();
  const { id = '' } = useParams();
  const user = useRead<UserView>(`/api/users/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHeading title={user.data?.name ?? t('user.list')}>
        {user.data === undefined ? undefined : `${user.data.email} · ${t(`user.${user.data.status}`)}`}
      </PageHeading>
      <StateView result={user} rows={6}>
        {(data) => <Loaded key={data.id} user={data} reload={() => void user.refetch()} />}
      </StateView>
    </>
  );
}

function Loaded({ user, reload }: { readonly user: UserView; readonly reload: () => void }): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const session = useSession();
  const own = session?.user.id === user.id;
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 900 }}>
      <Panel title={t('user.grants')}>
        <GrantsForm user={user} editable={may('update', 'user') && !own} reload={reload} />
        {own ? <Box sx={{ mt: 1, color: 'text.secondary', fontSize: '0.875rem' }}>{t('user.own')}</Box> : null}
      </Panel>
      <Panel title={t('common.details')}>
        <FactsList
          rows={[
            [
              t('user.lastSeen'),
              user.lastSeenAt === null ? t('user.never') : <Instant key="seen" at={user.lastSeenAt} />,
            ],
            [t('user.created'), <Instant key="created" at={user.createdAt} />],
            [t('user.mustChange'), user.mustChangePassword ? t('common.yes') : null],
            [t('user.linked'), user.signsInElsewhere ? t('common.yes') : null],
            [t('user.demo'), user.demo ? t('common.yes') : null],
            [t('user.id'), <Id key="id" value={user.id} keep={13} />],
          ]}
        />
      </Panel>
      {may('update', 'user') ? <UserActs user={user} own={own} reload={reload} /> : null}
    </Box>
  );
}

function GrantsForm({
  user,
  editable,
  reload,
}: {
  readonly user: UserView;
  readonly editable: boolean;
  readonly reload: () => void;
}): ReactElement {
  const t = useTranslate();
  const notify = useNotify();
  const [grants, setGrants] = useState<readonly GrantValue[]>(user.grants);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const dirty = JSON.stringify(grants) !== JSON.stringify(user.grants);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await put(`/api/users/${encodeURIComponent(user.id)}`, { grants });
      notify(t('user.saved'), { type: 'info' });
      reload();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <GrantsEditor value={grants} onChange={setGrants} disabled={!editable} />
      {error === null ? null : <ErrorNote error={error} />}
      {dirty ? (
        <Alert
          severity="info"
          action={
            <>
              <Button onClick={() => setGrants(user.grants)}>{t('user.discard')}</Button>
              <Button variant="contained" disabled={busy} onClick={() => void save()}>
                {t('user.save')}
              </Button>
            </>
          }
        >
          {t('user.unsaved')}
        </Alert>
      ) : null}
    </Box>
  );
}
