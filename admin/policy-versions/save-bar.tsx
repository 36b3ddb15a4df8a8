import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { describeError } from '../common/describe-error.ts';
import { StickyBar } from '../common/sticky-bar.tsx';
import { useWords } from '../policies/use-words.ts';
import { downloadJson } from '../policies/download-json.ts';
import type { DraftEditor, Invalid } from './draft/use-draft.tsx';
import type { DraftState } from './draft/use-draft-state.ts';
import { useUnsavedCount } from './draft/use-unsaved-count.ts';

/** How much is unsaved, and the button that saves it; what keeps it from being saved stands above, with a way to keep the changes. */
export function SaveBar({ state }: { readonly state: DraftState }): ReactElement | null {
  const words = useWords().editor;
  const { editor, error } = state;
  const { faults, invalid } = editor;
  const held = editor.dirty || invalid.length > 0;
  const [busy, setBusy] = useState(false);
  const count = useUnsavedCount(editor);
  const save = async (): Promise<void> => {
    setBusy(true);
    await editor.save().finally(() => setBusy(false));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (held) void save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  if (!editor.editable) return null;
  return (
    <StickyBar label={words.saveBar}>
      {faults.length === 0 ? null : <FaultList faults={faults} />}
      {error === null ? null : <NotSaved editor={editor} error={error} />}
      <Typography
        variant="body2"
        sx={{
          flex: 1,
          fontWeight: held ? 600 : 400,
          color: held ? 'tone.changed.fg' : 'text.secondary',
        }}
      >
        {invalid.length === 0 ? words.unsaved(count) : words.unsavedAndOpen(count, invalid.length)}
      </Typography>
      <Button disabled={!held || busy} onClick={editor.undoAll}>
        {words.discardEdits}
      </Button>
      <Button
        variant="contained"
        disabled={!held || busy}
        aria-keyshortcuts="Control+S Meta+S"
        onClick={() => void save()}
      >
        {words.save}
      </Button>
    </StickyBar>
  );
}

function FaultList({ faults }: { readonly faults: readonly Invalid[] }): ReactElement {
  const words = useWords().editor;
  return (
    <Alert severity="error" role="alert" sx={{ width: '100%' }}>
      {words.fixFirst}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {faults.map((fault) => (
          <li key={fault.fieldId}>
            <FaultLink fault={fault} />: {fault.message}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

function FaultLink({ fault }: { readonly fault: Invalid }): ReactElement {
  const stay = (event: MouseEvent): void => {
    const field = document.getElementById(fault.fieldId);
    if (field === null) return;
    event.preventDefault();
    field.focus();
  };
  if (fault.to !== undefined) {
    return (
      <Link component={RouterLink} to={fault.to} color="inherit" underline="always" onClick={stay}>
        {fault.label}
      </Link>
    );
  }
  return (
    <Link component="button" color="inherit" underline="always" onClick={stay}>
      {fault.label}
    </Link>
  );
}

function NotSaved({ editor, error }: { readonly editor: DraftEditor; readonly error: unknown }): ReactElement {
  const words = useWords().editor;
  const t = useTranslate();
  const { title, detail } = describeError(error, t);
  const keep = (): void =>
    downloadJson(`${editor.version.id}-changes.json`, { content: editor.content, cases: editor.cases });
  return (
    <Alert
      severity="error"
      role="alert"
      sx={{ width: '100%' }}
      action={
        <Button color="inherit" onClick={keep}>
          {words.keepFile}
        </Button>
      }
    >
      {words.notSaved}: {title}. {detail}
    </Alert>
  );
}
