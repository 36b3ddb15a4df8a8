import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../common/values.tsx';
import { MONO } from '../theme/create-theme-options.ts';
import { isInstant, showChange } from './list-changes.ts';

/** Longest text of a value that is read at once; a whole case or rule is folded. */
const MOST_CHARACTERS = 160;

/** One value of an event: instants as such, whole things folded to what they are. */
export function AuditValue({ name, value }: { readonly name: string; readonly value: unknown }): ReactElement {
  const t = useTranslate();
  if (isInstant(name, value)) return <Instant at={value} precision="second" />;
  const text = showChange(value);
  if (text.length <= MOST_CHARACTERS || typeof value !== 'object') return <>{text}</>;
  return (
    // A block of its own, so that what is struck out around it does not strike it out.
    <Box component="details" sx={{ display: 'inline-block', fontWeight: 400 }}>
      <summary>{t('audit.whole')}</summary>
      <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.75rem' }}>
        {text}
      </Box>
    </Box>
  );
}
