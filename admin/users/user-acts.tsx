import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { OneTimePassword, UserView } from '../../server/contract/http/user-view.ts';
import { post, put } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ShownOnce } from '../common/shown-once.tsx';
import { useZone } from '../common/use-zone.ts';
import { formatInstant } from '../format/format-instant.ts';

export interface UserActsProps {
  readonly user: UserView;
  readonly own: boolean;
  readonly reload: () => void;
}

/** What an admin can do to an account: end its sessions, lock it, give it a new password. */
export function UserActs({ user, own, reload }: UserActsProps): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const [zone] = useZone();
  const [made, setMade] = useState<OneTimePassword | null>(null);
  const { name } = user;
  const path = `/api/users/${encodeURIComponent(user.id)}`;
  const locked = user.status === 'locked';
  const setStatus = async (status: UserView['status'], reason: string): Promise<void> => {
    await put(path, { status, ...(reason === '' ? {} : { reason }) });
    reload();
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <ActButton
        label={t('user.signOut')}
        title={t('user.signOutTitle', { name })}
        consequence={t('user.signOutConsequence', { name })}
        verb={t('user.signOutVerb')}
        reason="optional"
        done={t('user.signedOut')}
        run={(reason) => post(`${path}/sign-out`, reason === '' ? {} : { reason })}
      />
      {own ? null : (
        <>
          <ActButton
            label={t('user.reset')}
            title={t('user.resetTitle', { name })}
            consequence={t('user.resetConsequence')}
            verb={t('user.resetVerb')}
            run={async () => setMade(await post<OneTimePassword>(`${path}/password`))}
          />
          {locked ? (
            <ActButton
              label={t('user.unlock')}
              title={t('user.unlockTitle', { name })}
              consequence={t('user.unlockConsequence', { name })}
              verb={t('user.unlockVerb')}
              reason="optional"
              run={(reason) => setStatus('active', reason)}
            />
          ) : (
            <ActButton
              label={t('user.lock')}
              title={t('user.lockTitle', { name })}
              consequence={t('user.lockConsequence', { name })}
              verb={t('user.lockVerb')}
              reason="required"
              tone="error"
              run={(reason) => setStatus('locked', reason)}
            />
          )}
        </>
      )}
      {made === null ? null : (
        <ShownOnce secret={made.oneTimePassword} label={t('user.oneTime')} onDone={() => setMade(null)}>
          <p>{t('user.oneTimeOf', { email: user.email, at: formatInstant(made.expiresAt, locale, zone) })}</p>
        </ShownOnce>
      )}
    </Box>
  );
}
