import type { ReactElement } from 'react';
import { TIME_UNITS } from '../../../server/contract/policy-vocabulary.ts';
import type { TimeUnit } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { NumberField } from './number-field.tsx';
import type { NumberFieldProps } from './number-field.tsx';
import type { PartField } from './use-partial.ts';

interface Length {
  readonly amount: number;
  readonly unit: TimeUnit;
}

interface LengthFieldsProps extends Pick<NumberFieldProps, 'label' | 'owner' | 'bounds' | 'resetToken'> {
  readonly parts: Partial<Length>;
  readonly patch: (change: Partial<Length>) => void;
  readonly field: (part: keyof Length) => PartField;
}

/** A length of time: how many, and of what. */
export function LengthFields({
  parts,
  patch,
  field,
  label,
  owner,
  bounds,
  resetToken,
}: LengthFieldsProps): ReactElement {
  const words = useWords().parameters;
  return (
    <>
      <NumberField
        {...field('amount')}
        label={label}
        owner={owner}
        value={parts.amount}
        bounds={bounds}
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
    </>
  );
}
