import CheckCircle from '@mui/icons-material/CheckCircle';
import Replay from '@mui/icons-material/Replay';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { ReplayReply } from '../../server/contract/http/replies.ts';
import { post } from '../api/request.ts';
import { CopyButton } from '../common/refs.tsx';
import { ErrorNote } from '../common/state-view.tsx';
import { useZone } from '../common/use-zone.ts';
import { formatClock, nameZone } from '../format/format-instant.ts';
import { showValue } from '../trace/trace-detail.tsx';

interface Outcome {
  readonly reply: ReplayReply;
  readonly at: number;
}

/** Runs the decision again from its record and says in place whether every byte is the same; the focus stays. */
export function ReplayButton({ decisionId }: { readonly decisionId: string }): ReactElement {
  const t = useTranslate();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const replay = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      setOutcome({
        reply: await post<ReplayReply>(`/api/decisions/${encodeURIComponent(decisionId)}/replay`),
        at: Date.now(),
      });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box sx={{ mt: 2 }}>
      <Button variant="outlined" startIcon={<Replay />} onClick={() => void replay()} aria-disabled={busy}>
        {t('decision.replay')}
      </Button>
      <Box role="status" sx={{ mt: 1 }}>
        {outcome === null ? null : <ReplayResult outcome={outcome} />}
      </Box>
      {error === null ? null : <ErrorNote error={error} />}
    </Box>
  );
}

function ReplayResult({ outcome: { reply, at } }: { readonly outcome: Outcome }): ReactElement {
  const t = useTranslate();
  const [zone] = useZone();
  if (reply.identical) {
    return (
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', fontWeight: 600 }}>
        <CheckCircle fontSize="small" aria-hidden="true" />
        {t('decision.replayIdentical', { at: `${formatClock(at, zone)} ${nameZone(new Date(at), zone)}` })}
      </Box>
    );
  }
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', fontWeight: 600 }}>
        {t('decision.replayDiffers', { smart_count: reply.differences.length, count: reply.differences.length })}
        <CopyButton text={JSON.stringify(reply.differences, null, 2)} label={t('decision.copySupport')} />
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2, fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        {reply.differences.map(({ path, stored, again }) => (
          <li key={path}>
            <code>{path}</code>: {t('decision.stored')} {showValue(stored, '–', t)}, {t('decision.again')}{' '}
            {showValue(again, '–', t)}
          </li>
        ))}
      </Box>
    </Box>
  );
}
