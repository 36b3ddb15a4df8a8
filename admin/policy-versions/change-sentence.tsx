import Box from '@mui/material/Box';
import type { ReactElement } from 'react';

export interface ChangeSentenceProps {
  readonly sentence: string;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
}

/** `Name: old → new` in its parts; null where a sentence is not of that form. */
export function splitChange(
  sentence: string,
): { readonly label: string; readonly before: string; readonly after: string } | null {
  const arrow = sentence.indexOf(' → ');
  const colon = /[:：]\s*/u.exec(sentence);
  if (arrow === -1 || colon === null || colon.index > arrow) return null;
  const start = colon.index + colon[0].length;
  // A rule's sentences hold colons and arrows of their own; only a lone arrow splits for certain.
  if (sentence.indexOf(' → ', arrow + 3) !== -1) return null;
  return { label: sentence.slice(0, start), before: sentence.slice(start, arrow), after: sentence.slice(arrow + 3) };
}

/** One change in words; the old struck and grey, the new violet and bold, so that it reads without colour too. */
export function ChangeSentence({ sentence, change }: ChangeSentenceProps): ReactElement {
  const parts = change === 'changed' ? splitChange(sentence) : null;
  const sx = { flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.875rem' } as const;
  if (parts === null) {
    return change === 'removed' ? (
      <Box component="del" sx={{ ...sx, color: 'text.secondary' }}>
        {sentence}
      </Box>
    ) : (
      <Box component="span" sx={sx}>
        {sentence}
      </Box>
    );
  }
  return (
    <Box component="span" sx={sx}>
      {parts.label}
      <Box component="del" sx={{ color: 'text.secondary' }}>
        {parts.before}
      </Box>{' '}
      →{' '}
      <Box component="ins" sx={{ color: 'tone.changed.fg', fontWeight: 600, textDecoration: 'none' }}>
        {parts.after}
      </Box>
    </Box>
  );
}
