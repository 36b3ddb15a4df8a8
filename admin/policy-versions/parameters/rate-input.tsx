import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { RateValue, TimeUnit } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import type { InputProps } from './input-props.ts';
import { LengthFields } from './length-fields.tsx';
import { NumberField } from './number-field.tsx';
import { usePartial } from './use-partial.ts';

interface Parts {
  basisPoints: number;
  minimumCount: number;
  amount: number;
  unit: TimeUnit;
}

const PERIOD = { min: 1, max: 400 };
const WHOLE = { min: 1, max: 1000 };

function complete({ basisPoints, minimumCount, amount, unit }: Partial<Parts>): RateValue | null {
  if (basisPoints === undefined || minimumCount === undefined || amount === undefined || unit === undefined)
    return null;
  return { basisPoints, minimumCount, per: { amount, unit } };
}

/** The smallest part of a whole that reaches the share, and the largest that does not. */
function exampleOf({
  basisPoints,
  minimumCount,
}: RateValue): { readonly part: number; readonly whole: number; readonly reached: boolean }[] {
  const whole = Math.max(minimumCount, 9);
  const enough = Math.ceil((basisPoints * whole) / 10_000);
  return [
    { part: enough, whole, reached: true },
    ...(enough > 0 ? [{ part: enough - 1, whole, reached: false }] : []),
  ].filter(({ part }) => part <= whole);
}

/** A share of a whole within a trailing period, counted from a smallest whole up; with two examples. */
export function RateInput({ parameter, value, owner, onChange, resetToken }: InputProps<'rate'>): ReactElement {
  const words = useWords().parameters;
  const [parts, patch, field] = usePartial(
    parameter.name,
    value,
    ({ per, ...rest }): Parts => ({ ...rest, ...per }),
    complete,
    onChange,
    resetToken,
  );
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <NumberField
          {...field('basisPoints')}
          as="percent"
          label={words.share}
          owner={owner}
          value={parts.basisPoints}
          bounds={parameter.bounds}
          onChange={(basisPoints) => patch({ basisPoints })}
          resetToken={resetToken}
          width={104}
        />
        <NumberField
          {...field('minimumCount')}
          label={words.minimumCount}
          owner={owner}
          value={parts.minimumCount}
          bounds={WHOLE}
          onChange={(minimumCount) => patch({ minimumCount })}
          resetToken={resetToken}
          width={104}
        />
        <LengthFields {...{ parts, patch, field, owner, resetToken }} label={words.per} bounds={PERIOD} />
      </Box>
      {value === undefined
        ? null
        : exampleOf(value).map(({ part, whole, reached }) => (
            <Typography key={part} variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
              {words.rateExample(part, whole, ((part / whole) * 100).toFixed(1), reached)}
            </Typography>
          ))}
    </Box>
  );
}
