import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../api/may.ts';

/** Whether the browser has a connection at all. */
function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const note = (): void => setOnline(navigator.onLine);
    addEventListener('online', note);
    addEventListener('offline', note);
    return () => {
      removeEventListener('online', note);
      removeEventListener('offline', note);
    };
  }, []);
  return online;
}

type ServiceState = 'ready' | 'degraded' | 'not_ready' | 'offline';

async function readState(): Promise<ServiceState> {
  try {
    const response = await fetch('/readyz');
    const body: unknown = await response.json();
    const status = typeof body === 'object' && body !== null && 'status' in body ? body.status : undefined;
    return status === 'degraded' ? 'degraded' : status === 'ready' ? 'ready' : 'not_ready';
  } catch {
    return 'offline';
  }
}

/** A band over every page while the service does not do all of its work, or shows demonstration data. */
export function ServiceBand(): ReactElement | null {
  const t = useTranslate();
  const online = useOnline();
  const demo = useSession()?.user.demo === true;
  const { data = 'ready' } = useQuery({
    queryKey: ['readyz'],
    queryFn: readState,
    refetchInterval: 30_000,
    retry: false,
  });
  const state: ServiceState = online ? data : 'offline';
  const square = { borderRadius: 0, py: 0, '& .MuiAlert-message': { py: 0.75 } } as const;
  if (state === 'offline')
    return (
      <Alert role="status" severity="warning" sx={square}>
        {t('frame.offline')}
      </Alert>
    );
  if (state === 'degraded')
    return (
      <Alert role="status" severity="warning" sx={square}>
        {t('frame.degraded')}
      </Alert>
    );
  if (state === 'not_ready')
    return (
      <Alert severity="error" sx={square}>
        {t('frame.notReady')}
      </Alert>
    );
  return demo ? (
    <Alert
      role="note"
      severity="info"
      icon={false}
      sx={{ ...square, '& .MuiAlert-message': { py: 0.25, fontSize: '0.8125rem' } }}
    >
      {t('frame.demo')}
    </Alert>
  ) : null;
}
