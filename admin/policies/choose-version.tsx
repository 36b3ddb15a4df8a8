import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { useZone } from '../common/use-zone.ts';
import { formatInstant } from '../format/format-instant.ts';
import { useStaffLocale } from './use-words.ts';

export interface ChooseVersionProps {
  readonly policy: PolicyView;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (number: number) => void;
  /** Which of the numbered versions are offered. */
  readonly admits: (row: PolicyView['timeline'][number]) => boolean;
}

/** One of a policy's numbered versions, with the day it took effect. */
export function ChooseVersion({ policy, label, value, onChange, admits }: ChooseVersionProps): ReactElement {
  const locale = useStaffLocale();
  const [zone] = useZone();
  return (
    <TextField
      select
      autoFocus
      fullWidth
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(Number(event.target.value))}
      sx={{ mb: 2 }}
    >
      {policy.timeline
        .filter((row) => row.number !== null && admits(row))
        .map((row) => (
          <MenuItem key={row.id} value={row.number ?? 0} sx={{ whiteSpace: 'normal' }}>
            v{row.number} · {formatInstant(row.at, locale, zone)} · {row.summary[locale]}
          </MenuItem>
        ))}
    </TextField>
  );
}
