import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import type { FactChoice } from '../model/leaf-choices.ts';
import { checkParameterName, makeParameter } from '../model/make-parameter.ts';
import type { Literal } from '../model/make-parameter.ts';
import { readWholeNumber } from '../model/read-whole-number.ts';

export interface MakeParameterActProps {
  readonly fact: FactChoice;
  readonly value: Literal;
  /** Clauses that the rule carries out: the parameter carries them out from now on. */
  readonly clauses: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly onMake: (parameter: Parameter) => void;
}

/** Turns a value that stands in a rule into a parameter with this value, so that owners can change it beside the others. */
export function MakeParameterAct(props: MakeParameterActProps): ReactElement {
  const { rules: words } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.make.label}
      </Button>
      {open ? <MakeParameterDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Offered as the largest value where the value itself gives no hint. */
const FIRST_MAX = 100;
const ANY_NUMBER = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

function MakeParameterDialog(props: MakeParameterActProps & { readonly onClose: () => void }): ReactElement {
  const { fact, value, clauses, parameters, onMake, onClose } = props;
  const { rules: words, form } = useWords();
  const titleId = useId();
  const [name, setName] = useState('');
  const [en, setEn] = useState('');
  const [zh, setZh] = useState('');
  const [limits, setLimits] = useState({
    min: '0',
    max: String(typeof value === 'number' && value > 0 ? value * 10 : FIRST_MAX),
  });
  const wrong = name === '' ? null : checkParameterName(name, parameters);
  const [min, max] = [readWholeNumber(limits.min, ANY_NUMBER), readWholeNumber(limits.max, ANY_NUMBER)];
  const fits =
    typeof value !== 'number' ||
    (min.ok && max.ok && min.value <= value && value <= max.value && min.value < max.value);
  const ready = name !== '' && wrong === null && en.trim() !== '' && zh.trim() !== '' && fits;
  const make = (): void => {
    if (!ready || !min.ok || !max.ok) return;
    const label = { en: en.trim(), zh: zh.trim() };
    const options = fact.options === undefined ? {} : { options: fact.options };
    const unit = fact.unit ?? words.make.units;
    onClose();
    onMake(makeParameter(value, { name, label, clauses, unit, min: min.value, max: max.value, ...options }));
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" slotProps={{ paper: { 'aria-labelledby': titleId } }}>
      <DialogTitle id={titleId}>{words.make.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{words.make.consequence}</Typography>
        <TextField
          autoFocus
          label={words.make.name}
          value={name}
          error={wrong !== null}
          helperText={
            wrong === null ? words.make.nameHelp : wrong === 'form' ? words.make.nameForm : words.make.nameTaken
          }
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 60, spellCheck: false } }}
        />
        <TextField label={words.make.english} value={en} onChange={(event) => setEn(event.target.value)} />
        <TextField label={words.make.chinese} value={zh} onChange={(event) => setZh(event.target.value)} />
        {typeof value === 'number' ? (
          <Box sx={{ display: 'flex', gap: 1 }}>
            {(['min', 'max'] as const).map((side) => (
              <TextField
                key={side}
                label={words.make[side]}
                value={limits[side]}
                error={!fits}
                helperText={fits ? null : words.make.outside(value)}
                onChange={(event) => setLimits({ ...limits, [side]: event.target.value })}
                slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              />
            ))}
          </Box>
        ) : null}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{form.cancel}</Button>
        <Button variant="contained" disabled={!ready} onClick={make}>
          {words.make.verb}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
