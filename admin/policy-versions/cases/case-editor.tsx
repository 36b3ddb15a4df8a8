import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useId, useState } from 'react';
import type { ReactElement } from 'react';
import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { Waiting } from '../../common/state-view.tsx';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { readJson } from '../model/read-json.ts';

const JsonEditor = lazy(async () => ({ default: (await import('../rules/json-editor.tsx')).JsonEditor }));

/** A case that is written (no name yet) or mended. */
export interface EditedCase {
  readonly name: string | null;
  readonly golden: GoldenCase | null;
}

const TEMPLATE: GoldenCase = {
  name: 'A new case',
  claim: { about: 'order', reason: 'unused_credits' },
  order: { paid: '10d before the claim' },
  expect: { disposition: 'granted', reasonCode: 'UNUSED_PACK', rule: 'unused-pack' },
};

/** A case of the draft's own as the file that it is, checked by the contract as it is typed. */
export function CaseEditor({
  edited,
  onClose,
}: {
  readonly edited: EditedCase;
  readonly onClose: () => void;
}): ReactElement {
  const { cases: words, form } = useWords();
  const { cases, editCases, version } = useDraft();
  const titleId = useId();
  const phone = useMediaQuery('(max-width:600px)', { noSsr: true });
  const [text, setText] = useState(JSON.stringify(edited.golden ?? TEMPLATE, null, 2));
  const read = readJson(text, goldenCaseSchema);
  const name = read.ok ? read.value.name : '';
  const others = [...version.gate.cases.rows.map((row) => row.name), ...cases.map((one) => one.name)].filter(
    (one) => one !== edited.name,
  );
  const taken = others.includes(name);
  const keep = (): void => {
    if (!read.ok || taken) return;
    editCases(
      edited.name === null ? [...cases, read.value] : cases.map((one) => (one.name === edited.name ? read.value : one)),
    );
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="md"
      fullScreen={phone}
      slotProps={{ paper: { 'aria-labelledby': titleId } }}
    >
      <DialogTitle id={titleId}>{edited.name === null ? words.writeTitle : words.editTitle}</DialogTitle>
      <DialogContent>
        <Suspense fallback={<Waiting rows={6} />}>
          <JsonEditor label={words.editTitle} text={text} onChange={setText} problems={read.ok ? [] : read.problems} />
        </Suspense>
        {taken ? (
          <Alert severity="error" sx={{ mt: 1 }}>
            {words.nameTaken}
          </Alert>
        ) : null}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{form.cancel}</Button>
        <Button variant="contained" disabled={!read.ok || taken} onClick={keep}>
          {words.keep}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
