import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { MONO } from '../theme/create-theme-options.ts';
import { CopyButton } from './refs.tsx';

export interface ShownOnceProps {
  readonly secret: string;
  /** What it is, in words. */
  readonly label: string;
  readonly children?: ReactNode;
  readonly onDone: () => void;
}

/** A secret that is never shown again: it stays until its reader says that it is stored. */
export function ShownOnce({ secret, label, children, onDone }: ShownOnceProps): ReactElement {
  const t = useTranslate();
  const id = useId();
  const [stored, setStored] = useState(false);
  return (
    <Dialog open fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-labelledby': id } }}>
      <DialogTitle id={id}>{t('once.title')}</DialogTitle>
      <DialogContent>
        {children}
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            my: 1,
            p: 1.5,
            border: 1,
            borderColor: 'outline',
            borderRadius: 1,
          }}
        >
          <Box
            component="code"
            aria-label={label}
            sx={{ flex: 1, fontFamily: MONO, overflowWrap: 'anywhere' }}
            data-secret
          >
            {secret}
          </Box>
          <CopyButton text={secret} label={label} />
        </Box>
        <p>{t('once.note')}</p>
        <FormControlLabel
          control={<Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)} autoFocus />}
          label={t('once.stored')}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {stored ? null : (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem', mr: 1 }}>
            {t('once.waits')}
          </Box>
        )}
        <Button variant="contained" disabled={!stored} onClick={onDone}>
          {t('once.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
