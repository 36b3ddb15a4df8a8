import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { TextFieldProps } from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { FACT_DICTIONARY } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import type { StaffLocale } from '../../policies/use-words.ts';
import { InstantInput } from './instant-input.tsx';
import type { SituationField } from './situation-fields.ts';

/** A value of a choice for people: by its Chinese word, or by its English one without underscores. */
function sayValue(value: string, locale: StaffLocale): string {
  const said = SENTENCES.choice(value)[locale];
  return said.charAt(0).toUpperCase() + said.slice(1).replaceAll('_', ' ');
}

export interface SituationInputProps {
  readonly field: SituationField;
  readonly value: unknown;
  readonly error: string | null;
  /** Undefined: not said, so that the usual holds. */
  readonly onChange: (value: unknown) => void;
}

/** One field of a situation; what is not said is as usual, and says so. */
export function SituationInput({ field, value, error, onChange }: SituationInputProps): ReactElement {
  const { situation: words } = useWords();
  const locale = useStaffLocale();
  const own: Readonly<Record<string, string>> = words.field;
  const name = field.path.slice(1).join('.');
  const fact = field.fact === undefined ? undefined : FACT_DICTIONARY.get(field.fact);
  const label = own[`${field.group}.${name}`] ?? fact?.label[locale] ?? name;
  const common = { size: 'small', fullWidth: true, label, error: error !== null, helperText: error } as const;
  const required = field.required === true;
  if (field.kind === 'instant')
    return (
      <InstantInput
        label={label}
        value={typeof value === 'string' ? value : undefined}
        required={required}
        error={error}
        onChange={onChange}
      />
    );
  if (field.kind === 'choices') return <ChoicesInput field={field} value={value} common={common} onChange={onChange} />;
  if (field.kind === 'choice' || field.kind === 'flag')
    return <ChoiceInput field={field} value={value} common={common} onChange={onChange} />;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return (
    <TextField
      {...common}
      value={text}
      placeholder={value === null ? words.unknown : words.usual}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: field.kind === 'number' ? { inputMode: 'numeric' } : {} }}
      onChange={({ target }) => onChange(readText(target.value, field.kind))}
    />
  );
}

/** What was typed: a whole number where one is asked for, else the text, about which the contract will complain. */
function readText(typed: string, kind: SituationField['kind']): string | number | undefined {
  if (typed === '') return undefined;
  return kind === 'number' && /^\d{1,15}$/u.test(typed) ? Number(typed) : typed;
}

interface SelectProps extends Omit<SituationInputProps, 'error'> {
  /** What every input of the form has. */
  readonly common: Pick<TextFieldProps, 'size' | 'fullWidth' | 'label' | 'error' | 'helperText'>;
}

function ChoicesInput({ field, value, common, onChange }: SelectProps): ReactElement {
  const { situation: words } = useWords();
  const locale = useStaffLocale();
  return (
    <TextField
      {...common}
      select
      value={Array.isArray(value) ? value : []}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: (chosen) =>
            value === undefined
              ? words.usual
              : (chosen as string[]).map((one) => sayValue(one, locale)).join(locale === 'zh' ? '、' : ', ') ||
                words.nothing,
        },
      }}
      onChange={({ target }) => onChange(target.value)}
    >
      {(field.options ?? []).map((one) => (
        <MenuItem key={one} value={one}>
          {sayValue(one, locale)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ChoiceInput({ field, value, common, onChange }: SelectProps): ReactElement {
  const { situation: words } = useWords();
  const locale = useStaffLocale();
  const required = field.required === true;
  const said = value === undefined ? '' : JSON.stringify(value);
  const options =
    field.kind === 'choice'
      ? (field.options ?? []).map((one) => [JSON.stringify(one), sayValue(one, locale)] as const)
      : ([['true', words.yes], ['false', words.no], ...(field.orUnknown ? [['null', words.unknown]] : [])] as const);
  return (
    <TextField
      {...common}
      select
      required={required}
      value={options.some(([one]) => one === said) ? said : ''}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      onChange={({ target }) => onChange(target.value === '' ? undefined : JSON.parse(target.value))}
    >
      <MenuItem value="" disabled={required}>
        {required ? words.choose : words.usual}
      </MenuItem>
      {options.map(([one, told]) => (
        <MenuItem key={one} value={one}>
          {told}
        </MenuItem>
      ))}
    </TextField>
  );
}
