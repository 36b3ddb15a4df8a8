import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import type { Operand } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { firstOperand, isReference, listParameterOperands, operandTypesOf } from '../model/leaf-choices.ts';
import type { FactChoice } from '../model/leaf-choices.ts';
import type { Literal } from '../model/make-parameter.ts';
import { namePlace, useBuilderLookup } from './builder-context.ts';
import { MakeParameterAct } from './make-parameter-act.tsx';

/** Types of operand that can be written into a rule; windows, caps, rates and durations are always parameters. */
const LITERALS = ['text', 'boolean', 'integer', 'list'];

/** What a fact is compared with: a parameter first, a value of its own second. */
export function OperandEditor({
  path,
  field,
  operator,
  value,
  handleOnChange,
  disabled,
}: ValueEditorProps): ReactElement | null {
  const { rules: words } = useWords();
  const { choices, parameters, clauses, onMake } = useBuilderLookup();
  const fact = choices.get(field);
  if (fact === undefined) return null;
  const types = operandTypesOf(fact.type, operator);
  const references = listParameterOperands(parameters, types);
  const literal = types.some((type) => LITERALS.includes(type));
  const operand: Operand = value as Operand;
  const place = namePlace(path);
  const locked = disabled === true;
  const choose = (source: string): void => {
    const [first] = references;
    handleOnChange(
      source === 'parameter' && first !== undefined ? { fact: first } : firstOperand(fact, operator, parameters),
    );
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, minWidth: 0 }}>
      {literal && references.length > 0 ? (
        <TextField
          select
          label={words.source(place)}
          value={isReference(operand) ? 'parameter' : 'literal'}
          disabled={locked}
          onChange={(event) => choose(event.target.value)}
          sx={{ minWidth: 130 }}
        >
          <MenuItem value="parameter">{words.byParameter}</MenuItem>
          <MenuItem value="literal">{words.literal}</MenuItem>
        </TextField>
      ) : null}
      {isReference(operand) ? (
        <ParameterField
          place={place}
          operand={operand}
          references={references}
          disabled={locked}
          onChange={handleOnChange}
        />
      ) : (
        <LiteralField place={place} fact={fact} operand={operand} disabled={locked} onChange={handleOnChange} />
      )}
      {locked || isReference(operand) || !isMakeable(operand) ? null : (
        <MakeParameterAct
          fact={fact}
          value={operand}
          clauses={clauses}
          parameters={parameters}
          onMake={(parameter) => onMake(path, parameter)}
        />
      )}
    </Box>
  );
}

/** Whether a value is one that owners might argue about: a number or a list. A lone word or a yes is what the comparison is about. */
function isMakeable(value: Literal): boolean {
  return typeof value === 'number' || typeof value === 'object';
}

interface FieldProps<O> {
  readonly place: string;
  readonly operand: O;
  readonly disabled: boolean;
  readonly onChange: (operand: Operand) => void;
}

function ParameterField({
  place,
  operand,
  references,
  disabled,
  onChange,
}: FieldProps<{ readonly fact: string }> & { readonly references: readonly string[] }): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { parameters } = useBuilderLookup();
  const say = (fact: string): string => {
    const [, name, half] = fact.split('.');
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined) return fact;
    return half === undefined
      ? `${parameter.label[locale]}: ${SENTENCES.parameterValue(parameter)[locale]}`
      : `${parameter.label[locale]}: ${half === 'yes' ? words.yes : words.no}`;
  };
  const offered = references.includes(operand.fact) ? references : [operand.fact, ...references];
  return (
    <TextField
      select
      label={words.parameter(place)}
      value={operand.fact}
      disabled={disabled}
      onChange={(event) => onChange({ fact: event.target.value })}
      sx={{ minWidth: 220, maxWidth: 380 }}
    >
      {offered.map((fact) => (
        <MenuItem key={fact} value={fact} sx={{ whiteSpace: 'normal' }}>
          {say(fact)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function LiteralField({
  place,
  fact,
  operand,
  disabled,
  onChange,
}: FieldProps<Literal> & { readonly fact: FactChoice }): ReactElement {
  const { rules: words } = useWords();
  const label = words.value(place);
  if (typeof operand === 'boolean') {
    return (
      <TextField
        select
        label={label}
        value={String(operand)}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value === 'true')}
        sx={{ minWidth: 100 }}
      >
        <MenuItem value="true">{words.yes}</MenuItem>
        <MenuItem value="false">{words.no}</MenuItem>
      </TextField>
    );
  }
  if (typeof operand === 'number')
    return <IntegerField label={label} value={operand} disabled={disabled} onChange={onChange} />;
  if (typeof operand === 'string') {
    if (fact.options === undefined)
      return (
        <TextField
          label={label}
          value={operand}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      );
    return (
      <TextField
        select
        label={label}
        value={operand}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        sx={{ minWidth: 160 }}
      >
        {(fact.options.includes(operand) ? fact.options : [operand, ...fact.options]).map((one) => (
          <MenuItem key={one} value={one}>
            {one === '' ? '–' : one}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      freeSolo={fact.options === undefined}
      options={[...(fact.options ?? [])]}
      value={[...operand]}
      disabled={disabled}
      onChange={(_event, next) => onChange(next)}
      sx={{ minWidth: 240, maxWidth: 480 }}
      slotProps={{ paper: { 'aria-label': label }, chip: { size: 'small' } }}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

/** A whole number as text; what is none stays until it is one, and the rule keeps the last that was. */
function IntegerField({
  label,
  value,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}): ReactElement {
  const [text, setText] = useState(String(value));
  useEffect(() => setText((now) => (Number(now) === value && now.trim() !== '' ? now : String(value))), [value]);
  const valid = /^-?\d{1,15}$/u.test(text.trim());
  return (
    <TextField
      label={label}
      value={text}
      disabled={disabled}
      error={!valid}
      sx={{ width: 120 }}
      slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      onChange={(event) => {
        setText(event.target.value);
        if (/^-?\d{1,15}$/u.test(event.target.value.trim())) onChange(Number(event.target.value));
      }}
    />
  );
}
