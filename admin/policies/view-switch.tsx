import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactElement } from 'react';

export interface ViewSwitchProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (value: T) => void;
}

/** One of a few views, all to be seen at once. */
export function ViewSwitch<T extends string>({ label, value, options, onChange }: ViewSwitchProps<T>): ReactElement {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={value}
      aria-label={label}
      onChange={(_event, next: T | null) => {
        if (next !== null) onChange(next);
      }}
      sx={{ flexWrap: 'wrap' }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          value={option.value}
          disabled={option.disabled === true}
          sx={{
            textTransform: 'none',
            px: 1.5,
            py: 0.5,
            color: 'text.secondary',
            bgcolor: 'background.paper',
            borderColor: 'outline',
            '&.Mui-selected': { color: 'text.primary', bgcolor: 'raised', fontWeight: 700 },
            '&.Mui-disabled': { color: 'text.disabled' },
          }}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
