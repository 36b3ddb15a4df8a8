import Close from '@mui/icons-material/Close';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type {
  ActionProps,
  CombinatorSelectorProps,
  FieldSelectorProps,
  OperatorSelectorProps,
} from 'react-querybuilder';
import { findOperator } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { listOperators } from '../model/leaf-choices.ts';
import { namePlace, useBuilderLookup } from './builder-context.ts';
import { OperandEditor } from './operand-editor.tsx';

function FactSelector({ path, value, handleOnChange, disabled }: FieldSelectorProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { choices } = useBuilderLookup();
  const options = [...choices.values()];
  const label = words.fact(namePlace(path));
  return (
    <Autocomplete
      disableClearable
      options={options}
      value={choices.get(value ?? '') ?? options[0]}
      disabled={disabled === true}
      sx={{ width: 240, maxWidth: '100%' }}
      slotProps={{ paper: { 'aria-label': label }, popper: { style: { width: 380 } } }}
      isOptionEqualToValue={(one, other) => one.name === other.name}
      getOptionLabel={(option) => option.label[locale]}
      onChange={(_event, next) => handleOnChange(next.name)}
      filterOptions={(all, { inputValue }) =>
        all.filter((one) =>
          `${one.label.en} ${one.label.zh} ${one.name} ${one.meaning[locale]}`
            .toLowerCase()
            .includes(inputValue.toLowerCase()),
        )
      }
      renderOption={({ key: _key, ...props }, option) => (
        <Box component="li" {...props} key={option.name} sx={{ display: 'block !important' }}>
          {option.label[locale]}{' '}
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            {option.name.split('.')[0]} · {option.type}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {option.meaning[locale]}
          </Typography>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

/** An operator's phrase without its operand: "is outside". */
function phraseOf(operator: string, locale: 'en' | 'zh'): string {
  const found = findOperator(operator);
  if (found === null) return operator;
  const phrase = found.negated ? found.pair.phrases.complement : found.pair.phrases.operator;
  return phrase[locale].replace('{}', locale === 'zh' ? '…' : '').trim();
}

function ComparisonSelector({ path, field, value, handleOnChange, disabled }: OperatorSelectorProps): ReactElement {
  const { rules: words } = useWords();
  const locale = useStaffLocale();
  const { choices } = useBuilderLookup();
  const options = listOperators(choices.get(field)?.type ?? 'text');
  return (
    <TextField
      select
      label={words.comparison(namePlace(path))}
      value={value ?? ''}
      disabled={disabled === true}
      onChange={(event) => handleOnChange(event.target.value)}
      sx={{ minWidth: 150 }}
    >
      {(value === undefined || options.includes(value) ? options : [value, ...options]).map((one) => (
        <MenuItem key={one} value={one}>
          {phraseOf(one, locale)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function GroupSelector({ path, value, options, handleOnChange, disabled }: CombinatorSelectorProps): ReactElement {
  const { rules: words } = useWords();
  const labels: Readonly<Record<string, string>> = { all: words.all, any: words.any, not: words.not };
  return (
    <TextField
      select
      label={words.combinator(namePlace(path))}
      value={value ?? 'all'}
      disabled={disabled === true}
      onChange={(event) => handleOnChange(event.target.value)}
      sx={{ minWidth: 150 }}
    >
      {options.flatMap((option) =>
        'name' in option
          ? [
              <MenuItem key={option.name} value={option.name}>
                {labels[option.name]}
              </MenuItem>,
            ]
          : [],
      )}
    </TextField>
  );
}

function AddCondition({ path, handleOnClick, disabled }: ActionProps): ReactElement {
  const { rules: words } = useWords();
  return (
    <Button
      size="small"
      data-add={namePlace(path)}
      disabled={disabled === true}
      onClick={(event) => handleOnClick(event)}
    >
      {words.addCondition}
    </Button>
  );
}

function AddGroup({ handleOnClick, disabled }: ActionProps): ReactElement {
  const { rules: words } = useWords();
  return (
    <Button size="small" disabled={disabled === true} onClick={(event) => handleOnClick(event)}>
      {words.addGroup}
    </Button>
  );
}

/** Removes a condition or a group; the focus goes to what takes its place, else to the group's "+ condition". */
function Remove({ path, handleOnClick, disabled, label }: ActionProps & { readonly label: string }): ReactElement {
  const { rules: words } = useWords();
  const { announce } = useDraft();
  const remove = (button: HTMLElement): void => {
    const root = button.closest('.queryBuilder');
    const parent = namePlace(path.slice(0, -1));
    handleOnClick();
    announce(words.removed);
    setTimeout(() =>
      (
        root?.querySelector<HTMLElement>(`[data-remove="${namePlace(path)}"]`) ??
        root?.querySelector<HTMLElement>(`[data-add="${parent}"]`)
      )?.focus(),
    );
  };
  return (
    <IconButton
      size="small"
      aria-label={label}
      data-remove={namePlace(path)}
      disabled={disabled === true}
      onClick={(event) => remove(event.currentTarget)}
    >
      <Close fontSize="small" />
    </IconButton>
  );
}

function RemoveCondition(props: ActionProps): ReactElement {
  const { rules: words } = useWords();
  return <Remove {...props} label={words.removeCondition(namePlace(props.path))} />;
}

function RemoveGroup(props: ActionProps): ReactElement {
  const { rules: words } = useWords();
  return <Remove {...props} label={words.removeGroup(namePlace(props.path))} />;
}

/** The builder's controls, each labelled by its place. */
export const CONTROLS = {
  fieldSelector: FactSelector,
  operatorSelector: ComparisonSelector,
  valueEditor: OperandEditor,
  combinatorSelector: GroupSelector,
  addRuleAction: AddCondition,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveCondition,
  removeGroupAction: RemoveGroup,
};
