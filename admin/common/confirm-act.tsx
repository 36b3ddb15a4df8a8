import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { describeError } from './describe-error.ts';

/** A reason is a sentence, not a keystroke. */
const MIN_REASON = 10;

export interface ConfirmActProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What becomes of it, in a sentence. */
  readonly consequence: ReactNode;
  /** The verb again, on the button. */
  readonly verb: string;
  readonly reason?: 'none' | 'optional' | 'required';
  readonly tone?: 'primary' | 'error';
  /** Does it; resolves only after the server’s answer. What it throws is shown in the dialog, which stays. */
  readonly run: (reason: string) => Promise<unknown>;
  /** Said afterwards. */
  readonly done?: string;
  /** More fields of the act. */
  readonly children?: ReactNode;
  /** Something in `children` is not complete yet. */
  readonly blocked?: boolean;
}

/** Restates the consequence of a careful act, and waits for the server before anything on the screen changes. */
export function ConfirmAct(props: ConfirmActProps): ReactElement {
  const titleId = useId();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-labelledby': titleId } }}
    >
      {props.open ? <ActForm {...props} titleId={titleId} /> : null}
    </Dialog>
  );
}

function ActForm({
  onClose,
  title,
  consequence,
  verb,
  reason: wants = 'none',
  tone = 'primary',
  run,
  done,
  children,
  blocked = false,
  titleId,
}: ConfirmActProps & { readonly titleId: string }): ReactElement {
  const t = useTranslate();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const short = wants === 'required' && reason.trim().length < MIN_REASON;
  const act = async (): Promise<void> => {
    if (busy || short || blocked) return;
    setBusy(true);
    setError(null);
    try {
      await run(reason.trim());
      if (done !== undefined) notify(done, { type: 'info', messageArgs: { _: done } });
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  const confirmByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void act();
  };
  return (
    <div role="presentation" onKeyDown={confirmByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Typography component="div" sx={{ mb: 2 }}>
          {consequence}
        </Typography>
        {children}
        {wants === 'none' ? null : (
          <TextField
            // What has to be chosen comes first, and takes the focus itself.
            autoFocus={!blocked}
            fullWidth
            multiline
            minRows={2}
            label={wants === 'required' ? t('act.reason') : t('act.reasonOptional')}
            helperText={wants === 'required' ? t('act.reasonHelp', { count: MIN_REASON }) : undefined}
            required={wants === 'required'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        )}
        {error === null ? null : <ActError error={error} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} autoFocus={wants === 'none'}>
          {t('act.cancel')}
        </Button>
        <Button variant="contained" color={tone} onClick={() => void act()} disabled={busy || short || blocked}>
          {verb}
        </Button>
      </DialogActions>
    </div>
  );
}

function ActError({ error }: { readonly error: unknown }): ReactElement {
  const t = useTranslate();
  const { title, detail } = describeError(error, t);
  return (
    <Alert severity="error" sx={{ mt: 2 }}>
      {detail === '' ? title : `${title}. ${detail}`}
    </Alert>
  );
}
