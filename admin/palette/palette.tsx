import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { HTMLAttributes, Key, ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { Jump } from './match-jumps.ts';
import { useJumps } from './use-jumps.ts';

/** Search or jump, over the page. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate();
  const paper = {
    'aria-label': t('palette.title'),
    sx: { position: 'absolute', top: { xs: 0, sm: 64 }, m: { xs: 1, sm: 4 } },
  } as const;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper }}>
      <Box sx={{ p: 2 }}>
        <JumpField onClose={onClose} />
      </Box>
    </Dialog>
  );
}

/** The list stands under the field instead of floating: the dialog is as tall as what was found. */
const IN_PLACE = {
  popper: { sx: { position: 'static !important', transform: 'none !important', width: '100% !important' } },
  paper: { variant: 'outlined', sx: { mt: 1 } },
  listbox: { sx: { maxHeight: '50vh' } },
} as const;

function JumpField({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTranslate();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { jumps, looking } = useJumps(text);
  const go = (jump: Jump | null): void => {
    if (jump === null) return;
    onClose();
    void navigate(jump.link);
  };
  return (
    <Autocomplete<Jump>
      open
      autoHighlight
      disablePortal
      options={[...jumps]}
      filterOptions={(options) => options}
      getOptionLabel={({ label }) => label}
      getOptionKey={({ key }) => key}
      isOptionEqualToValue={(a, b) => a.key === b.key}
      value={null}
      inputValue={text}
      onInputChange={(_event, value, reason) => reason !== 'reset' && setText(value)}
      onChange={(_event, jump) => go(jump)}
      noOptionsText={t(looking ? 'palette.looking' : 'palette.none')}
      popupIcon={null}
      slotProps={IN_PLACE}
      renderOption={({ key, ...props }, jump) => <JumpOption key={key} props={props} jump={jump} />}
      renderInput={(params) => (
        <TextField {...params} autoFocus label={t('palette.title')} placeholder={t('palette.placeholder')} />
      )}
    />
  );
}

interface JumpOptionProps {
  readonly props: HTMLAttributes<HTMLLIElement> & { key?: Key };
  readonly jump: Jump;
}

function JumpOption({ props, jump }: JumpOptionProps): ReactElement {
  return (
    <Box component="li" {...props} sx={{ display: 'flex', gap: 2, '&&': { minHeight: { xs: 44, sm: 36 } } }}>
      <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {jump.label}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {jump.kind}
      </Box>
    </Box>
  );
}
