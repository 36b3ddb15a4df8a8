import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { useSession } from '../api/may.ts';
import { onSessionOver } from '../api/session-state.ts';
import { SignInForm } from '../session/sign-in-form.tsx';

/** Asks for the password over the page when the session is over: the page stays, and what was interrupted is sent again. */
export function SessionDialog(): ReactElement {
  const t = useTranslate();
  const id = useId();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const answer = useRef<(renewed: boolean) => void>(() => undefined);
  useEffect(
    () =>
      onSessionOver(
        () =>
          new Promise((resolve) => {
            answer.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );
  const finish = (renewed: boolean): void => {
    setOpen(false);
    answer.current(renewed);
  };
  return (
    <Dialog open={open} maxWidth="xs" fullWidth slotProps={{ paper: { 'aria-labelledby': id } }}>
      <DialogTitle id={id}>{t('signIn.over')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{t('signIn.overDetail')}</Typography>
        <SignInForm email={session?.user.email ?? ''} onDone={() => finish(true)} />
        <Button fullWidth sx={{ mt: 1 }} onClick={() => finish(false)}>
          {t('signIn.leave')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
