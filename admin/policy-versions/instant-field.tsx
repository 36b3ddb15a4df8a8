import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { machineZone } from '../common/use-zone.ts';
import { fromLocalText, toLocalText } from './model/local-instant.ts';

export interface InstantFieldProps {
  readonly label: string;
  readonly zoneLabel: string;
  /** Epoch ms; null: nothing chosen. */
  readonly at: number | null;
  readonly zone: string;
  readonly zones?: readonly string[];
  readonly onChange: (at: number | null, zone: string) => void;
  readonly error?: string | null;
}

/** A day and time in a zone that is said beside it. A change of zone keeps the hands of the clock and moves the instant. */
export function InstantField({
  label,
  zoneLabel,
  at,
  zone,
  zones = [],
  onChange,
  error = null,
}: InstantFieldProps): ReactElement {
  const [text, setText] = useState(at === null ? '' : toLocalText(at, zone));
  useEffect(() => setText(at === null ? '' : toLocalText(at, zone)), [at, zone]);
  const offered = [...new Set(['UTC', zone, machineZone(), ...zones])];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <TextField
        type="datetime-local"
        label={label}
        value={text}
        error={error !== null}
        helperText={error}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ width: 220 }}
        onChange={(event) => {
          setText(event.target.value);
          const next = fromLocalText(event.target.value, zone);
          if (next !== null || event.target.value === '') onChange(next, zone);
        }}
      />
      <TextField
        select
        label={zoneLabel}
        value={zone}
        sx={{ minWidth: 160 }}
        onChange={(event) => onChange(fromLocalText(text, event.target.value), event.target.value)}
      >
        {offered.map((one) => (
          <MenuItem key={one} value={one}>
            {one}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
