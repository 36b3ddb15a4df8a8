import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { COUNTINGS, TIME_UNITS } from '../../../server/contract/policy-vocabulary.ts';
import type { WindowValue } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { ChoiceSelect } from './choice-select.tsx';
import type { InputProps } from './input-props.ts';
import { NumberField } from './number-field.tsx';
import { usePartial } from './use-partial.ts';

type Parts = { -readonly [K in keyof WindowValue]: WindowValue[K] };

function complete({ amount, unit, counting }: Partial<Parts>): WindowValue | null {
  return amount === undefined || unit === undefined || counting === undefined ? null : { amount, unit, counting };
}

/** Amount, unit and way of counting. */
export function WindowInput({ parameter, value, owner, onChange, resetToken }: InputProps<'window'>): ReactElement {
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
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <NumberField
        {...field('amount')}
        label={words.amount}
        owner={owner}
        value={parts.amount}
        bounds={parameter.bounds}
        onChange={(amount) => patch({ amount })}
        resetToken={resetToken}
      />
      <ChoiceSelect
        {...field('unit')}
        owner={owner}
        label={words.unit}
        value={parts.unit}
        options={TIME_UNITS}
        nameOf={(unit) => words.units[unit]}
        onChange={(unit) => patch({ unit })}
        width={104}
      />
      <ChoiceSelect
        {...field('counting')}
        owner={owner}
        label={words.counting}
        value={parts.counting}
        options={COUNTINGS}
        nameOf={(counting) => words.countingName[counting]}
        width={160}
        meaningOf={(counting) => words.countingMeaning[counting]}
        onChange={(counting) => patch({ counting })}
      />
    </Box>
  );
}
