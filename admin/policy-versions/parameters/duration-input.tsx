import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { DurationValue, TimeUnit } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import type { InputProps } from './input-props.ts';
import { LengthFields } from './length-fields.tsx';
import { usePartial } from './use-partial.ts';

interface Parts {
  amount: number;
  unit: TimeUnit;
}

function complete({ amount, unit }: Partial<Parts>): DurationValue | null {
  return amount === undefined || unit === undefined ? null : { amount, unit };
}

/** A length of time that must be exceeded. */
export function DurationInput({ parameter, value, owner, onChange, resetToken }: InputProps<'duration'>): ReactElement {
  const words = useWords().parameters;
  const [parts, patch, field] = usePartial(
    parameter.name,
    value,
    (whole): Parts => ({ ...whole }),
    complete,
    onChange,
    resetToken,
  );
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <LengthFields {...{ parts, patch, field, owner, resetToken }} label={words.amount} bounds={parameter.bounds} />
      </Box>
      {value === undefined ? null : (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {words.exactly(`${value.amount} ${words.units[value.unit]}`)}
        </Typography>
      )}
    </Box>
  );
}
