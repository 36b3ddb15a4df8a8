import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useStore, useTranslate } from 'react-admin';
import { useMay } from '../api/may.ts';
import { selectMenu } from './menu-entries.ts';
import { askForPalette } from './palette-asked.ts';
import { isMac, paletteKeys } from './platform-keys.ts';

const HELP = 'redress:keys';

/** Opens the list of shortcuts. */
export function askForHelp(): void {
  dispatchEvent(new Event(HELP));
}

/** Whether a key goes to something that is being written. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"], [role="combobox"]') !== null)
  );
}

/** Focuses the search of the list that is shown; whether there is one. */
function focusListSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-list-search] input');
  field?.focus();
  field?.select();
  return field !== null;
}

/** The button of this page that a letter stands for. */
function findAct(letter: string): HTMLButtonElement | null {
  if (!/^[a-z]$/.test(letter)) return null;
  return document.querySelector<HTMLButtonElement>(`button[data-shortcut="${letter}"]:not(:disabled)`);
}

/** Presses the button that a letter stands for; whether there is one. It opens a dialog, and nothing more. */
function pressAct(letter: string): boolean {
  const button = findAct(letter);
  button?.click();
  return button !== null;
}

/** The keys that work everywhere, and the list of all of them. Single letters only outside fields and dialogs. */
export function ShortcutKeys(): ReactElement {
  const navigate = useNavigate();
  const may = useMay();
  const [letters] = useStore('shortcuts', true);
  const [help, setHelp] = useState(false);
  const goPressedAt = useRef(0);
  useEffect(() => {
    const open = (): void => setHelp(true);
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        askForPalette();
        return;
      }
      if (
        !letters ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isWriting(event.target) ||
        document.querySelector('[role="dialog"]') !== null
      )
        return;
      const entry =
        Date.now() - goPressedAt.current < 1500 ? selectMenu(may).find(({ key }) => key === event.key) : undefined;
      goPressedAt.current = event.key === 'g' ? Date.now() : 0;
      if (entry !== undefined) void navigate(entry.path);
      else if (event.key === '?') setHelp(true);
      else if (!(event.key === '/' ? focusListSearch() : pressAct(event.key))) return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    addEventListener(HELP, open);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener(HELP, open);
    };
  }, [letters, may, navigate]);
  return <KeyList open={help} onClose={() => setHelp(false)} letters={letters} />;
}

function KeyList({
  open,
  onClose,
  letters,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly letters: boolean;
}): ReactElement {
  const t = useTranslate();
  const id = useId();
  const entries = selectMenu(useMay());
  const control = isMac() ? '⌘' : 'Ctrl';
  const rows: readonly (readonly [string, string])[] = [
    [paletteKeys(), t('keys.palette')],
    ['/', t('keys.listSearch')],
    ...entries.flatMap(({ key, label }) =>
      key === undefined ? [] : [[`g ${t('keys.then')} ${key}`, t('keys.goTo', { page: t(label) })] as const],
    ),
    [`${control} S`, t('keys.save')],
    [`${control} Enter`, t('keys.run')],
    ['Esc', t('keys.escape')],
    ['Alt ↑ ↓', t('keys.moveRule')],
    ['[ ]', t('keys.neighbours')],
    ...(findAct('e') === null ? [] : [['e x', t('keys.approveReject')] as const]),
    ['?', t('keys.help')],
  ];
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth slotProps={{ paper: { 'aria-labelledby': id } }}>
      <DialogTitle id={id}>{t('keys.title')}</DialogTitle>
      <DialogContent>
        {letters ? null : <Box sx={{ mb: 1 }}>{t('keys.switchedOff')}</Box>}
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: 'max-content 1fr',
            gap: 1,
            columnGap: 3,
            '& dt': { fontWeight: 600 },
            '& dd': { m: 0 },
          }}
        >
          {rows.map(([keys, meaning]) => (
            <Fragment key={keys}>
              <dt>{keys}</dt>
              <dd>{meaning}</dd>
            </Fragment>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
