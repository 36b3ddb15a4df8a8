import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useLocaleState, useRefresh, useTranslate } from 'react-admin';
import type { CreatedUser } from '../../server/contract/http/user-view.ts';
import { post } from '../api/request.ts';
import { ActButton } from '../common/act-button.tsx';
import { ShownOnce } from '../common/shown-once.tsx';
import { useZone } from '../common/use-zone.ts';
import { formatInstant } from '../format/format-instant.ts';
import { GrantsEditor } from './grants-editor.tsx';
import type { GrantValue } from './grants-editor.tsx';

/** Makes a user and shows the password for their first sign-in, once. */
export function AddUserButton(): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const [zone] = useZone();
  const refresh = useRefresh();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [grants, setGrants] = useState<readonly GrantValue[]>([{ role: 'reviewer', programs: ['*'] }]);
  const [made, setMade] = useState<CreatedUser | null>(null);
  const add = async (): Promise<void> => {
    setMade(await post<CreatedUser>('/api/users', { email: email.trim(), name: name.trim(), grants }));
    setEmail('');
    setName('');
    refresh();
  };
  return (
    <>
      <ActButton
        label={t('user.add')}
        variant="contained"
        title={t('user.addTitle')}
        consequence={t('user.addConsequence')}
        verb={t('user.addVerb')}
        run={add}
        blocked={!/^\S+@\S+$/.test(email.trim()) || name.trim() === ''}
      >
        <Box sx={{ display: 'grid', gap: 2, mb: 1 }}>
          <TextField
            label={t('user.email')}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
          />
          <TextField
            label={t('user.name')}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          <GrantsEditor value={grants} onChange={setGrants} />
        </Box>
      </ActButton>
      {made === null ? null : (
        <ShownOnce secret={made.oneTimePassword} label={t('user.oneTime')} onDone={() => setMade(null)}>
          <p>{t('user.oneTimeOf', { email: made.email, at: formatInstant(made.expiresAt, locale, zone) })}</p>
        </ShownOnce>
      )}
    </>
  );
}
