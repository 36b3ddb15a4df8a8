import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import { useDraft } from '../draft/use-draft.tsx';
import type { InputProps } from './input-props.ts';

/** Members of a list; only admissible ones where the parameter names them. What was removed stays to be seen, struck. */
export function ListInput({ parameter, value, live, owner, onChange }: InputProps<'list'>): ReactElement {
  const words = useWords().parameters;
  const { editable } = useDraft();
  const members = value ?? [];
  const removed = (live ?? []).filter((one) => !members.includes(one));
  return (
    <Box sx={{ minWidth: 0 }}>
      <Autocomplete
        multiple
        disableCloseOnSelect
        freeSolo={parameter.options === undefined}
        options={parameter.options ?? []}
        value={[...members]}
        disabled={!editable}
        onChange={(_event, next) => onChange(next)}
        slotProps={{
          paper: { 'aria-label': owner },
          chip: { size: 'small', sx: { fontFamily: MONO, fontSize: '0.8125rem' } },
        }}
        renderInput={(params) => <TextField {...params} label={words.chosen} placeholder={words.addMember} />}
      />
      {removed.length === 0 ? null : (
        <Typography variant="caption" component="p" sx={{ mt: 0.5, color: 'text.secondary' }}>
          {words.removed}:{' '}
          {removed.map((one) => (
            <Box key={one} component="del" sx={{ fontFamily: MONO, mr: 1 }}>
              {one}
            </Box>
          ))}
        </Typography>
      )}
    </Box>
  );
}
