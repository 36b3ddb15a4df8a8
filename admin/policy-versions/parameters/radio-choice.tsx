import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { ReactElement } from 'react';
import { useDraft } from '../draft/use-draft.tsx';

export interface RadioChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A few options with a sentence each; nothing is chosen where there is no value. */
export function RadioChoice({ label, value, options, onChange }: RadioChoiceProps): ReactElement {
  const { editable } = useDraft();
  return (
    <RadioGroup aria-label={label} value={value ?? ''} onChange={(_event, next) => onChange(next)}>
      {options.map((option) => (
        <FormControlLabel
          key={option.value}
          value={option.value}
          label={option.label}
          disabled={!editable}
          control={<Radio size="small" />}
          sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { pt: 0.75, fontSize: '0.875rem' } }}
        />
      ))}
    </RadioGroup>
  );
}
