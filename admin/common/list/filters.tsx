import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { SelectInput, TextInput, useInput, useListContext, useTranslate } from 'react-admin';
import { usePrograms } from '../use-programs.ts';

export interface FilterProps {
  readonly source: string;
  /** Key of its words. */
  readonly label: string;
  readonly alwaysOn?: boolean;
}

/** An exact text, such as an id. */
export function TextFilter({ source, label }: FilterProps): ReactElement {
  return <TextInput source={source} label={label} resettable helperText={false} />;
}

/** The search of a list: / goes to it. */
export function SearchFilter({ source, label }: FilterProps): ReactElement {
  return (
    <Box data-list-search>
      <TextInput source={source} label={label} resettable helperText={false} />
    </Box>
  );
}

export interface ChoiceFilterProps extends FilterProps {
  readonly values: readonly string[];
  /** Prefix of the values’ words in the catalogue. */
  readonly words: string;
}

/** Joins the values of a filter that holds several; none of them holds it. */
const COMMA = ',';

/** One of a few values; several that a link asked for are one more choice, by their names. */
export function ChoiceFilter({ source, label, values, words }: ChoiceFilterProps): ReactElement {
  const t = useTranslate();
  const { filterValues } = useListContext();
  const nameOf = (id: string): string => t(`${words}.${id}`, { _: id });
  const asked: unknown = filterValues[source];
  const several = Array.isArray(asked) ? asked.map(String) : [];
  const choices = [
    ...values.map((id) => ({ id, name: nameOf(id) })),
    ...(several.length === 0 ? [] : [{ id: several.join(COMMA), name: several.map(nameOf).join(', ') }]),
  ];
  return (
    <SelectInput
      source={source}
      label={label}
      choices={choices}
      translateChoice={false}
      emptyText={t('common.all')}
      format={(value: unknown) => (Array.isArray(value) ? value.join(COMMA) : (value ?? ''))}
      parse={(value: string) => (value.includes(COMMA) ? value.split(COMMA) : value)}
      helperText={false}
      sx={{ minWidth: 160 }}
    />
  );
}

/** The program, always shown. */
export function ProgramFilter({
  source = 'program',
  label = 'common.program',
  withFloor = false,
}: Partial<FilterProps> & { readonly withFloor?: boolean }): ReactElement {
  const t = useTranslate();
  const programs = usePrograms({ withFloor });
  return (
    <SelectInput
      source={source}
      label={label}
      choices={[...programs]}
      translateChoice={false}
      emptyText={t('common.allPrograms')}
      helperText={false}
      sx={{ minWidth: 160 }}
    />
  );
}

export interface DayFilterProps extends FilterProps {
  /** From the day’s beginning, or until its end. Days are those of UTC. */
  readonly edge: 'from' | 'until';
}

/** A day as one end of a range. */
export function DayFilter({ source, label, edge }: DayFilterProps): ReactElement {
  const t = useTranslate();
  const time = edge === 'from' ? 'T00:00:00.000Z' : 'T23:59:59.999Z';
  const { field, id } = useInput<string | undefined>({
    source,
    format: (value: unknown) => (typeof value === 'string' ? value.slice(0, 10) : ''),
    parse: (value: string): string | undefined => (value === '' ? undefined : `${value}${time}`),
  });
  return (
    <TextField
      id={id}
      type="date"
      label={`${t(label)} (UTC)`}
      value={field.value ?? ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      name={field.name}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
