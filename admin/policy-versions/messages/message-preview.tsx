import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';

export interface MessagePreviewProps {
  readonly locale: string;
  readonly text: string;
  /** The customer reads the generic text instead. */
  readonly hidden: boolean;
}

/** A text as the customer reads it, its placeholders filled in with an example. */
export function MessagePreview({ locale, text, hidden }: MessagePreviewProps): ReactElement {
  const { messages: words } = useWords();
  const { content } = useDraft();
  const shown = hidden ? (content.messages[locale]?.['DENIED_GENERIC'] ?? '') : text;
  const sample: Readonly<Record<string, string>> = { ...words.sample, program: content.name };
  return (
    <Box>
      <Typography variant="h3" component="p">
        {words.reads}
      </Typography>
      {hidden ? (
        <Alert severity="info" variant="outlined" sx={{ my: 1 }}>
          {words.generic}
        </Alert>
      ) : null}
      <Paper
        variant="outlined"
        lang={locale}
        sx={{ p: 2, mt: 1, bgcolor: 'background.default', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {shown === '' ? words.none : shown.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => sample[name] ?? whole)}
      </Paper>
    </Box>
  );
}
