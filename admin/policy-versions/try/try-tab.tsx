import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { describeError } from '../../common/describe-error.ts';
import { Panel } from '../../common/panel.tsx';
import { Waiting } from '../../common/state-view.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { InstantField } from '../instant-field.tsx';
import { SourceFields } from './source-fields.tsx';
import { EMPTY_SOURCE, toTryBody } from './try-source.ts';
import type { TrySource } from './try-source.ts';
import { useTry } from './use-try.ts';

const TrySides = lazy(async () => ({ default: (await import('./try-sides.tsx')).TrySides }));

/** One situation decided by what is live and by the saved draft, side by side. */
export function TryTab(): ReactElement {
  const { try: words, review } = useWords();
  const t = useTranslate();
  const { version, content, dirty } = useDraft();
  const [source, setSource] = useState<TrySource>(EMPTY_SOURCE);
  const [at, setAt] = useState<number | null>(null);
  const [zone, setZone] = useState(content.zone);
  const body = toTryBody(source);
  const { busy, reply, error, run } = useTry(version, body, at);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') void run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const failure = error === null ? null : describeError(error, t);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0,1fr)' }}>
      <Panel title={words.title}>
        <SourceFields source={source} onChange={setSource} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 2 }}>
          <InstantField
            label={words.asOf}
            zoneLabel={review.zone}
            at={at}
            zone={zone}
            onChange={(next, nextZone) => {
              setAt(next);
              setZone(nextZone);
            }}
          />
          <Button
            variant="contained"
            disabled={body === null || busy}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            onClick={() => void run()}
          >
            {busy ? words.running : words.run}
          </Button>
        </Box>
        {dirty ? (
          <Alert severity="info" variant="outlined" sx={{ mt: 2 }}>
            {words.saveFirst}
          </Alert>
        ) : null}
        {failure === null ? null : (
          <Alert severity="error" role="alert" sx={{ mt: 2 }}>
            {failure.title}. {failure.detail}
          </Alert>
        )}
      </Panel>
      <Box role="status" aria-live="polite" aria-busy={busy}>
        {reply === null ? null : (
          <Suspense fallback={<Waiting rows={6} />}>
            <TrySides reply={reply.result} body={reply.body} />
          </Suspense>
        )}
      </Box>
    </Box>
  );
}
