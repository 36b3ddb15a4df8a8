import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Bounds } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { readPercentage, readWholeNumber } from '../model/read-whole-number.ts';
import { useFieldFault } from './use-field-fault.ts';

export interface NumberFieldProps {
  readonly id: string;
  /** Whether the rest of the value is there and this is not. */
  readonly missing?: boolean;
  readonly label: string;
  /** What the field belongs to; named with the label where a save is held up. */
  readonly owner: string;
  readonly value: number | undefined;
  readonly bounds: Bounds;
  /** A share is typed in percent and held in basis points. */
  readonly as?: 'whole' | 'percent';
  readonly width?: number;
  readonly onChange: (value: number) => void;
  /** Rises when what was typed is to be dropped. */
  readonly resetToken: number;
}

const PERCENT = 100;

function show(value: number | undefined, as: 'whole' | 'percent'): string {
  if (value === undefined) return '';
  return String(as === 'percent' ? value / PERCENT : value);
}

/**
 * A whole number as text: a field of type number reports "abc" as an empty value, so that no error could quote it.
 * What cannot be read stays as it was typed, from tab to tab as well, says its bounds, and is named by Save.
 */
export function NumberField({
  id,
  missing = false,
  label,
  owner,
  value,
  bounds,
  as = 'whole',
  width = 88,
  onChange,
  resetToken,
}: NumberFieldProps): ReactElement {
  const words = useWords().parameters;
  const { editable, faults, scratch } = useDraft();
  const [text, setText] = useState(scratch.get(id) ?? show(value, as));
  const [touched, setTouched] = useState(scratch.has(id));
  const read = as === 'percent' ? readPercentage(text, bounds) : readWholeNumber(text, bounds);
  const typed = useRef(value);
  const token = useRef(resetToken);
  const limits = words.bounds(show(bounds.min, as), show(bounds.max, as));

  useEffect(() => {
    // An undo or another person's save brings a value that was not typed here.
    if (typed.current === value && token.current === resetToken) return;
    typed.current = value;
    token.current = resetToken;
    setText(show(value, as));
    setTouched(false);
  }, [value, as, resetToken]);

  const wrong = read.ok || (text === '' && value === undefined && !touched) ? null : sayWrong(read.wrong);
  function sayWrong(kind: 'not_whole' | 'out_of_bounds'): string {
    if (kind === 'out_of_bounds') return words.outOfBounds(text, limits);
    return as === 'percent' ? words.notShare(text, limits) : words.notWhole(text, limits);
  }
  useFieldFault(id, `${owner}: ${label}`, wrong ?? (missing ? words.missingPart : null));
  const named = missing && faults.some(({ fieldId }) => fieldId === id);

  return (
    <TextField
      id={id}
      label={label}
      value={text}
      disabled={!editable}
      error={wrong !== null || named}
      helperText={wrong ?? (named ? `${words.missingPart} ${limits}` : limits)}
      sx={{ width: wrong === null ? width : 'auto', minWidth: width, maxWidth: 260 }}
      slotProps={{
        htmlInput: { inputMode: as === 'percent' ? 'decimal' : 'numeric', autoComplete: 'off' },
        inputLabel: { shrink: true },
        formHelperText: { sx: { mx: 0 } },
      }}
      onChange={(event) => {
        setText(event.target.value);
        setTouched(true);
        const next =
          as === 'percent' ? readPercentage(event.target.value, bounds) : readWholeNumber(event.target.value, bounds);
        if (!next.ok) {
          scratch.set(id, event.target.value);
          return;
        }
        scratch.delete(id);
        typed.current = next.value;
        onChange(next.value);
      }}
    />
  );
}
