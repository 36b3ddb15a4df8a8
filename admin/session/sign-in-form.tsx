import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { signIn } from '../api/auth-provider.ts';
import { ProblemError } from '../api/problem-error.ts';
import { describeError } from '../common/describe-error.ts';
import { formatSpan } from '../format/format-span.ts';

export interface SignInFormProps {
  /** Filled in beforehand where it is known. */
  readonly email?: string;
  readonly onDone: () => void;
}

/** E-mail and password. What is wrong is said without telling whether the account exists. */
export function SignInForm({ email: known = '', onDone }: SignInFormProps): ReactElement {
  const t = useTranslate();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (email === '' || password === '' || busy) return;
    setBusy(true);
    setError(null);
    try {
      await signIn(email.trim(), password);
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      {error === null ? null : <SignInError error={error} />}
      <TextField
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        autoFocus={known === ''}
        error={tried && email === ''}
        helperText={tried && email === '' ? t('signIn.emailRequired') : undefined}
        fullWidth
      />
      <PasswordField
        label={t('signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        autoFocus={known !== ''}
        error={tried && password === '' ? t('signIn.passwordRequired') : undefined}
      />
      <Button type="submit" variant="contained" disabled={busy} sx={{ minHeight: 44 }}>
        {t('signIn.submit')}
      </Button>
    </Box>
  );
}

export interface PasswordFieldProps {
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly help?: string;
  readonly autoFocus?: boolean;
}

/** A password that can be shown. */
export function PasswordField({
  label,
  autoComplete,
  value,
  onChange,
  error,
  help,
  autoFocus = false,
}: PasswordFieldProps): ReactElement {
  const t = useTranslate();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      autoFocus={autoFocus}
      error={error !== undefined}
      helperText={error ?? help}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                onClick={() => setShown(!shown)}
                aria-label={t(shown ? 'signIn.hide' : 'signIn.show')}
                aria-pressed={shown}
              >
                {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

function SignInError({ error }: { readonly error: unknown }): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  if (error instanceof ProblemError && error.status === 401)
    return <Alert severity="error">{t('signIn.failed')}</Alert>;
  if (error instanceof ProblemError && error.status === 429) {
    return (
      <Alert severity="warning">
        {t('signIn.locked', { span: formatSpan((error.retryAfterSeconds ?? 60) * 1000, locale) })}
      </Alert>
    );
  }
  const { title, detail } = describeError(error, t);
  return <Alert severity="error">{detail === '' ? title : `${title}. ${detail}`}</Alert>;
}
