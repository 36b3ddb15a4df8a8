import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useRoles } from '../api/may.ts';
import { describeError } from './describe-error.ts';
import { CopyButton, Id } from './refs.tsx';

/** Grey bars in the place of what is read; only after 150 ms, so that a quick answer does not flicker. */
export function Waiting({ rows = 4 }: { readonly rows?: number }): ReactElement {
  const t = useTranslate();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box role="status" aria-label={t('common.loading')} sx={{ minHeight: rows * 38 }}>
      {late
        ? Array.from({ length: rows }, (_, row) => (
            <Skeleton key={row} variant="rounded" height={26} sx={{ mb: 1.5 }} />
          ))
        : null}
    </Box>
  );
}

/** What went wrong, what to do, the id of the request to copy, and a way to try again. */
export function ErrorNote({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}): ReactElement {
  const t = useTranslate();
  const roles = useRoles();
  const { title, detail, requestId, kind } = describeError(error, t);
  const forbidden = kind === 'forbidden';
  return (
    <Alert
      severity={forbidden ? 'info' : kind === 'not_found' ? 'warning' : 'error'}
      variant="outlined"
      sx={{ '& .MuiAlert-message': { minWidth: 0, color: 'text.primary' } }}
      action={
        onRetry === undefined || forbidden ? undefined : (
          <Button onClick={onRetry} sx={{ whiteSpace: 'nowrap' }}>
            {t('common.tryAgain')}
          </Button>
        )
      }
    >
      <AlertTitle>{forbidden ? t('common.forbiddenTitle') : title}</AlertTitle>
      {forbidden ? t('common.forbiddenDetail', { roles: roles.map((role) => t(`role.${role}`)).join(', ') }) : detail}
      {requestId === null ? null : (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mt: 0.5, fontSize: '0.8125rem' }}>
          {t('common.requestId')} <Id value={requestId} />
          <CopyButton text={requestId} label={t('common.requestId')} />
        </Box>
      )}
    </Alert>
  );
}

/** What belongs here, why nobody needs to worry, and perhaps one thing to do. */
export function Empty({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  return (
    <Box sx={{ p: 3, textAlign: 'center' }}>
      <Typography sx={{ color: 'text.secondary' }}>{children}</Typography>
      {action === undefined ? null : <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  );
}

interface ReadResult<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** The states of something that is read: bars, the error, or what came. What is there stays while it is read anew. */
export function StateView<T>({
  result,
  rows,
  children,
}: {
  readonly result: ReadResult<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}): ReactElement {
  if (result.data !== undefined) return <>{children(result.data)}</>;
  if (result.isPending && (result.error === null || result.error === undefined))
    return <Waiting {...(rows === undefined ? {} : { rows })} />;
  return <ErrorNote error={result.error} onRetry={() => void result.refetch()} />;
}
