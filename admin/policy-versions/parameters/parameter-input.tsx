import type { ReactElement } from 'react';
import type { Parameter, ParameterValue } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { CapInput } from './cap-input.tsx';
import { DurationInput } from './duration-input.tsx';
import { ListInput } from './list-input.tsx';
import { MatrixInput } from './matrix-input.tsx';
import { RadioChoice } from './radio-choice.tsx';
import { RateInput } from './rate-input.tsx';
import { sayChoice } from './say-choice.ts';
import { ThresholdInput } from './threshold-input.tsx';
import { WindowInput } from './window-input.tsx';

export interface ParameterInputProps {
  readonly parameter: Parameter;
  /** The same parameter of the live version. */
  readonly original: Parameter | null;
  /** The same parameter as it is saved in the draft. */
  readonly saved: Parameter | null;
  readonly onChange: (value: ParameterValue) => void;
  readonly resetToken: number;
}

/** The input of a parameter's kind. */
export function ParameterInput({
  parameter,
  original,
  saved,
  onChange,
  resetToken,
}: ParameterInputProps): ReactElement {
  const locale = useStaffLocale();
  const words = useWords().parameters;
  const shared = { owner: parameter.label[locale], onChange, resetToken };
  const live = <P extends Parameter>(one: P, other: Parameter | null): P['value'] | undefined =>
    other?.kind === one.kind ? (other.value as P['value']) : undefined;
  switch (parameter.kind) {
    case 'window':
      return <WindowInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />;
    case 'cap':
      return <CapInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />;
    case 'rate':
      return <RateInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />;
    case 'threshold':
      return (
        <ThresholdInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />
      );
    case 'duration':
      return (
        <DurationInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />
      );
    case 'list':
      return <ListInput {...shared} parameter={parameter} value={parameter.value} live={live(parameter, original)} />;
    case 'matrix':
      return (
        <MatrixInput
          {...shared}
          parameter={parameter}
          value={parameter.value}
          live={live(parameter, original)}
          saved={live(parameter, saved)}
        />
      );
    case 'switch':
      return (
        <RadioChoice
          label={shared.owner}
          value={parameter.value === undefined ? undefined : String(parameter.value)}
          onChange={(next) => onChange(next === 'true')}
          options={[
            { value: 'true', label: words.on },
            { value: 'false', label: words.off },
          ]}
        />
      );
    case 'choice':
      return (
        <RadioChoice
          label={shared.owner}
          value={parameter.value}
          onChange={onChange}
          options={parameter.options.map((option) => ({ value: option, label: sayChoice(option, locale) }))}
        />
      );
  }
}
