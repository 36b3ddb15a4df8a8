import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';

const SPANS = ['d', 'h', 'm'] as const;
type Span = (typeof SPANS)[number];

const BEFORE = /^(\d*)([dhm]) before the claim$/u;

/** So much before the claim; null for anything that is said otherwise. */
function readBefore(text: string): { readonly amount: string; readonly span: Span } | null {
  const [, amount, unit] = BEFORE.exec(text) ?? [];
  const span = SPANS.find((one) => one === unit);
  return amount === undefined || span === undefined ? null : { amount, span };
}

export interface InstantInputProps {
  readonly label: string;
  /** As in a case file: `12d before the claim`, or an instant; undefined: not said. */
  readonly value: string | undefined;
  readonly required: boolean;
  readonly error: string | null;
  readonly onChange: (value: string | undefined) => void;
}

/** An instant as people tell one: so many days before the claim; any other way is written out. */
export function InstantInput({ label, value, required, error, onChange }: InstantInputProps): ReactElement {
  const { situation: words } = useWords();
  const [span, setSpan] = useState<Span>('d');
  const [written, setWritten] = useState(false);
  const before = value === undefined ? { amount: '', span } : readBefore(value);
  const free = before === null || written;
  const change = (amount: string, unit: Span): void =>
    onChange(/^\d+$/u.test(amount) ? `${amount}${unit} before the claim` : undefined);
  return (
    <Box sx={{ display: 'flex', gap: 1, minWidth: 0 }}>
      <TextField
        size="small"
        fullWidth
        label={label}
        required={required}
        value={free ? (value ?? '') : before.amount}
        error={error !== null}
        helperText={error ?? (free ? '2026-11-20T09:00:00Z' : undefined)}
        slotProps={{ htmlInput: free ? {} : { inputMode: 'numeric' } }}
        onChange={({ target }) => {
          if (free) onChange(target.value === '' ? undefined : target.value);
          else change(target.value.replaceAll(/\D/gu, ''), before.span);
        }}
      />
      <TextField
        select
        size="small"
        label={words.counted}
        value={free ? 'free' : before.span}
        sx={{ minWidth: 150, flexShrink: 0 }}
        slotProps={{ htmlInput: { 'aria-label': words.countedFor(label) } }}
        onChange={({ target }) => {
          const next = SPANS.find((one) => one === target.value);
          setWritten(next === undefined);
          if (next === undefined) return;
          setSpan(next);
          if (value !== undefined) change(before?.amount ?? '', next);
        }}
      >
        {SPANS.map((one) => (
          <MenuItem key={one} value={one}>
            {words.before[one]}
          </MenuItem>
        ))}
        <MenuItem value="free">{words.asWritten}</MenuItem>
      </TextField>
    </Box>
  );
}
