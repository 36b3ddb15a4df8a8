import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { useFieldFault } from './use-field-fault.ts';

export interface ChoiceSelectProps<T extends string> {
  readonly id: string;
  /** Whether the rest of the value is there and this is not. */
  readonly missing: boolean;
  /** What the field belongs to; named with the label where a save is held up. */
  readonly owner: string;
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly T[];
  readonly nameOf: (option: T) => string;
  /** One line of meaning under each name in the menu. */
  readonly meaningOf?: (option: T) => string;
  readonly onChange: (value: T) => void;
  readonly width?: number;
}

/** One of a few, with nothing chosen where there is no value yet. */
export function ChoiceSelect<T extends string>({
  id,
  missing,
  owner,
  label,
  value,
  options,
  nameOf,
  meaningOf,
  onChange,
  width = 120,
}: ChoiceSelectProps<T>): ReactElement {
  const words = useWords().parameters;
  const { editable, faults } = useDraft();
  useFieldFault(id, `${owner}: ${label}`, missing ? words.missingPart : null);
  const named = missing && faults.some(({ fieldId }) => fieldId === id);
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value ?? ''}
      disabled={!editable}
      error={named}
      helperText={named ? words.missingPart : undefined}
      sx={{ minWidth: width, maxWidth: '100%' }}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          displayEmpty: true,
          renderValue: (chosen) => (options.includes(chosen as T) ? nameOf(chosen as T) : words.choose),
        },
      }}
      onChange={(event) => {
        const chosen = options.find((option) => option === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option} sx={{ display: 'block', whiteSpace: 'normal', maxWidth: 360 }}>
          {nameOf(option)}
          {meaningOf === undefined ? null : (
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
              {meaningOf(option)}
            </Typography>
          )}
        </MenuItem>
      ))}
    </TextField>
  );
}
