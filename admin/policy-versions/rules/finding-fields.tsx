import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import { ruleNameSchema } from '../../../server/contract/rules/names.ts';
import { EFFECTS, REMEDIES } from '../../../server/contract/policy-vocabulary.ts';
import type { Effect, Rule } from '../../../server/contract/policy-vocabulary.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { listReasons } from '../messages/list-reasons.ts';
import { setEffect, setParam } from '../model/edit-rule.ts';

const NONE = '–';

interface FieldProps {
  readonly rule: Rule;
  readonly disabled: boolean;
  readonly onChange: (rule: Rule) => void;
}

/** What the rule asserts when it holds: effect, remedy, reason, clause, queue, and its name. */
export function FindingFields({
  rule,
  onChange,
}: {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}): ReactElement {
  const { rules: words } = useWords();
  const { editable } = useDraft();
  const { type } = rule.event;
  const field = { rule, disabled: !editable, onChange };
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" component="p" sx={{ mb: 1.5 }}>
        {words.then}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <EffectField {...field} />
        {type === 'grant' ? <RemedyField {...field} /> : null}
        <ReasonField {...field} />
        <ClauseField {...field} />
        {type === 'refer' ? <QueueField {...field} /> : null}
        <NameField {...field} />
      </Box>
      {type === 'refer' ? <ReferralFields {...field} /> : null}
    </Box>
  );
}

function EffectField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const t = useTranslate();
  const locale = useStaffLocale();
  const { type, params } = rule.event;
  const say = (effect: Effect): string =>
    effect === 'grant'
      ? t('disposition.granted')
      : SENTENCES.effect({ type: effect, params: { stage: params.stage, reasonCode: params.reasonCode } })[locale];
  return (
    <TextField
      select
      label={words.effect}
      value={type}
      disabled={disabled}
      sx={{ minWidth: 200 }}
      onChange={(event) => {
        const effect = EFFECTS.find((one) => one === event.target.value);
        if (effect !== undefined) onChange(setEffect(rule, effect));
      }}
    >
      {EFFECTS.map((effect) => (
        <MenuItem key={effect} value={effect}>
          {say(effect)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function RemedyField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const t = useTranslate();
  return (
    <TextField
      select
      label={words.remedy}
      value={rule.event.params.remedy ?? ''}
      disabled={disabled}
      sx={{ minWidth: 220 }}
      onChange={(event) => {
        const remedy = REMEDIES.find((one) => one === event.target.value);
        if (remedy !== undefined) onChange(setParam(rule, 'remedy', remedy));
      }}
    >
      {REMEDIES.map((remedy) => (
        <MenuItem key={remedy} value={remedy}>
          {t(`remedy.${remedy}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ReasonField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const { content } = useDraft();
  return (
    <TextField
      select
      label={words.reason}
      value={rule.event.params.reasonCode}
      disabled={disabled}
      sx={{ minWidth: 240 }}
      onChange={(event) => onChange(setParam(rule, 'reasonCode', event.target.value))}
    >
      {listReasons(content).map(({ code }) => (
        <MenuItem key={code} value={code}>
          {code}
        </MenuItem>
      ))}
    </TextField>
  );
}

function ClauseField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const { content } = useDraft();
  return (
    <TextField
      select
      label={words.clause}
      value={rule.event.params.clause ?? NONE}
      disabled={disabled}
      sx={{ minWidth: 160 }}
      onChange={(event) =>
        onChange(setParam(rule, 'clause', event.target.value === NONE ? undefined : event.target.value))
      }
    >
      <MenuItem value={NONE}>{words.noClause}</MenuItem>
      {content.clauses.map(({ id }) => (
        <MenuItem key={id} value={id}>
          {id}
        </MenuItem>
      ))}
    </TextField>
  );
}

function QueueField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  return (
    <TextField
      label={words.queue}
      value={rule.event.params.queue ?? ''}
      disabled={disabled}
      sx={{ width: 160 }}
      onChange={(event) =>
        onChange(setParam(rule, 'queue', event.target.value === '' ? undefined : event.target.value))
      }
      slotProps={{ htmlInput: { maxLength: 40 } }}
    />
  );
}

/** What else a referral does while somebody looks. */
function ReferralFields({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const { holdCredits, proposeAccountAction } = rule.event.params;
  const tick = (label: string, checked: boolean, next: (on: boolean) => Rule): ReactElement => (
    <FormControlLabel
      label={label}
      control={
        <Checkbox size="small" disabled={disabled} checked={checked} onChange={(_event, on) => onChange(next(on))} />
      }
    />
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mt: 1 }}>
      {tick(words.hold, holdCredits === true, (on) => setParam(rule, 'holdCredits', on ? true : undefined))}
      {tick(words.suspend, proposeAccountAction === 'suspend', (on) =>
        setParam(rule, 'proposeAccountAction', on ? 'suspend' : undefined),
      )}
    </Box>
  );
}

/** The rule's name, taken over when it is left: every key stroke would be another rule. */
function NameField({ rule, disabled, onChange }: FieldProps): ReactElement {
  const { rules: words } = useWords();
  const { content, mark } = useDraft();
  const id = useId();
  const [text, setText] = useState(rule.name);
  const form = ruleNameSchema.safeParse(text).success;
  const taken = text !== rule.name && content.ruleset.rules.some((one) => one.name === text);
  const error = !form ? words.nameForm : taken ? words.nameTaken : null;
  const leave = (): void => {
    mark(id, error === null ? null : { fieldId: id, label: `${words.name}: ${text}`, message: error });
    if (error === null && text !== rule.name) onChange({ ...rule, name: text });
  };
  return (
    <TextField
      id={id}
      label={words.name}
      value={text}
      disabled={disabled}
      error={error !== null}
      helperText={error}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      sx={{ width: 240 }}
      slotProps={{ htmlInput: { maxLength: 80, spellCheck: false } }}
    />
  );
}
