import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { SessionView } from '../../server/contract/http/session-view.ts';
import { ProblemError } from '../api/problem-error.ts';
import { request } from '../api/request.ts';
import { keepSession } from '../api/session-state.ts';
import { describeError } from '../common/describe-error.ts';
import { PasswordField } from '../session/sign-in-form.tsx';

const SHORTEST = 12;

/** Changes one’s own password; every other session of the account ends. */
export function PasswordForm(): ReactElement {
  const t = useTranslate();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || current === '' || next.length < SHORTEST || next !== again) return;
    setBusy(true);
    setError(null);
    try {
      await request('/api/session/password', { method: 'PUT', body: { current, next }, renew: false });
      const { body } = await request<SessionView>('/api/session', { renew: false });
      keepSession(body);
      notify(t('profile.changed'), { type: 'info' });
      for (const clear of [setCurrent, setNext, setAgain]) clear('');
      setTried(false);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void change(event)}
      sx={{ display: 'grid', gap: 2, pt: 1, maxWidth: 400 }}
    >
      {error === null ? null : <PasswordError error={error} />}
      <PasswordField
        label={t('profile.current')}
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={tried && current === '' ? t('signIn.passwordRequired') : undefined}
      />
      <PasswordField
        label={t('profile.next')}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        help={t('profile.nextHelp')}
        error={tried && next.length < SHORTEST ? t('profile.tooShort') : undefined}
      />
      <PasswordField
        label={t('profile.again')}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={tried && again !== next ? t('profile.differ') : undefined}
      />
      <Box>
        <Button type="submit" variant="outlined" disabled={busy}>
          {t('profile.change')}
        </Button>
      </Box>
    </Box>
  );
}

function PasswordError({ error }: { readonly error: unknown }): ReactElement {
  const t = useTranslate();
  if (error instanceof ProblemError && error.status === 401)
    return <Alert severity="error">{t('profile.currentWrong')}</Alert>;
  const { title, detail } = describeError(error, t);
  return <Alert severity="error">{detail === '' ? title : `${title}. ${detail}`}</Alert>;
}
