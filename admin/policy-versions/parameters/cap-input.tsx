import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type { CapValue, TimeUnit } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import type { InputProps } from './input-props.ts';
import { LengthFields } from './length-fields.tsx';
import { NumberField } from './number-field.tsx';
import { usePartial } from './use-partial.ts';

interface Parts {
  count: number;
  amount: number;
  unit: TimeUnit;
}

/** Longest trailing period that can be asked for, in any unit; customers' history is kept no longer in days. */
const PERIOD = { min: 1, max: 400 };

function complete({ count, amount, unit }: Partial<Parts>): CapValue | null {
  return count === undefined || amount === undefined || unit === undefined ? null : { count, per: { amount, unit } };
}

/** How often, and within which trailing period. */
export function CapInput({ parameter, value, owner, onChange, resetToken }: InputProps<'cap'>): ReactElement {
  const words = useWords().parameters;
  const [parts, patch, field] = usePartial(
    parameter.name,
    value,
    ({ count, per }): Parts => ({ count, ...per }),
    complete,
    onChange,
    resetToken,
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <NumberField
        {...field('count')}
        label={words.count}
        owner={owner}
        value={parts.count}
        bounds={parameter.bounds}
        onChange={(count) => patch({ count })}
        resetToken={resetToken}
      />
      <LengthFields {...{ parts, patch, field, owner, resetToken }} label={words.per} bounds={PERIOD} />
    </Box>
  );
}
