import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { COUNTINGS } from '../../../server/contract/policy-vocabulary.ts';
import type { WindowValue } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { ChoiceSelect } from './choice-select.tsx';
import type { InputProps } from './input-props.ts';
import { LengthFields } from './length-fields.tsx';
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
      <LengthFields {...{ parts, patch, field, owner, resetToken }} label={words.amount} bounds={parameter.bounds} />
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
