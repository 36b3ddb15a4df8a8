import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import { describeError } from '../../common/describe-error.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { listOpenClashes } from '../model/apply-choices.ts';
import type { MergeSide } from '../model/apply-choices.ts';
import { ClashRow } from './clash-row.tsx';
import { useRowName } from './use-row-name.ts';

export interface MergeScreenProps {
  readonly title: string;
  readonly subtitle: string;
  readonly verb: string;
  /** What the two sides are called here. */
  readonly sides: { readonly theirs: string; readonly mine: string };
  readonly rows: readonly MergeRowView[];
  readonly choices: Readonly<Record<string, MergeSide>>;
  readonly onChoose: (key: string, side: MergeSide) => void;
  readonly onClose: () => void;
  readonly onSave: () => Promise<unknown>;
  readonly onDownload: (() => void) | null;
}

/** A three-way merge to be looked at: what went together by itself, and a choice for each clash. Nothing is chosen beforehand. */
export function MergeScreen(props: MergeScreenProps): ReactElement {
  const { title, subtitle, verb, sides, rows, choices, onChoose, onClose, onSave, onDownload } = props;
  const words = useWords().merge;
  const nameOf = useRowName();
  const titleId = useId();
  const phone = useMediaQuery('(max-width:600px)', { noSsr: true });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = listOpenClashes(rows, choices);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    await onSave()
      .catch((problem: unknown) => setError(problem))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={phone}
      fullWidth
      maxWidth="md"
      slotProps={{ paper: { 'aria-labelledby': titleId } }}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
          {subtitle}
        </Typography>
        <CleanRows rows={rows} sides={sides} />
        {rows.some((row) => row.state === 'clash') ? (
          <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
            {words.clash}
          </Typography>
        ) : null}
        {rows
          .filter((row) => row.state === 'clash')
          .map((row) => (
            <ClashRow
              key={row.key}
              row={row}
              name={nameOf(row)}
              sides={sides}
              choice={choices[row.key]}
              onChoose={(side) => onChoose(row.key, side)}
            />
          ))}
        {error === null ? null : <MergeError error={error} />}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', px: 3, pb: 2 }}>
        {open.length === 0 ? null : (
          <Typography variant="body2" sx={{ mr: 'auto', color: 'text.secondary' }}>
            {words.left(open.length)}
          </Typography>
        )}
        {onDownload === null ? null : <Button onClick={onDownload}>{words.download}</Button>}
        <Button onClick={onClose} autoFocus>
          {words.back}
        </Button>
        <Button variant="contained" disabled={open.length > 0 || busy} onClick={() => void save()}>
          {verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type SideWords = MergeScreenProps['sides'];

/** What went together by itself, and whose it is. */
function CleanRows({
  rows,
  sides,
}: {
  readonly rows: readonly MergeRowView[];
  readonly sides: SideWords;
}): ReactElement | null {
  const words = useWords().merge;
  const locale = useStaffLocale();
  const nameOf = useRowName();
  const clean = rows.filter((row) => row.state !== 'clash');
  const whose = { mine: sides.mine, theirs: sides.theirs, same: words.both, clash: '' } as const;
  if (clean.length === 0) return null;
  return (
    <>
      <Typography variant="h3" component="h2">
        {words.clean}
      </Typography>
      <Box component="ul" sx={{ mt: 0.5, pl: 2.5 }}>
        {clean.map((row) => (
          <Typography key={row.key} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {`${nameOf(row)}: ${(row.state === 'theirs' ? row.words.theirs : row.words.mine)[locale]} (${whose[row.state]})`}
          </Typography>
        ))}
      </Box>
    </>
  );
}

function MergeError({ error }: { readonly error: unknown }): ReactElement {
  const t = useTranslate();
  const { title, detail } = describeError(error, t);
  return (
    <Alert severity="error" role="alert" sx={{ mt: 2 }}>
      {title}. {detail}
    </Alert>
  );
}
