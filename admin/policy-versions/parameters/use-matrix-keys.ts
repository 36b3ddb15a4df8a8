import { useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { MatrixCell, MatrixValue } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { movePlace, nextCell, readCell, restoreCells, writeCells } from './matrix-model.ts';
import type { CellPlace } from './matrix-model.ts';

const KEYS: Readonly<Record<string, MatrixCell>> = { y: 'yes', n: 'no', delete: 'unset', backspace: 'unset' };

export interface MatrixKeysProps {
  readonly value: MatrixValue;
  readonly saved: MatrixValue | undefined;
  /** Rows that are on the screen. */
  readonly shown: readonly number[];
  readonly onChange: (value: MatrixValue) => void;
}

export interface MatrixKeys {
  readonly grid: RefObject<HTMLTableElement | null>;
  /** The cell that has the focus, and the other corner of what is selected. */
  readonly at: CellPlace;
  readonly anchor: CellPlace;
  press(event: KeyboardEvent): void;
  pick(place: CellPlace, shift: boolean): void;
}

/** Keys and clicks of the grid; every change is said once. */
export function useMatrixKeys({ value, saved, shown, onChange }: MatrixKeysProps): MatrixKeys {
  const words = useWords().parameters.matrix;
  const { announce, editable } = useDraft();
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellPlace>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);

  const focus = (place: CellPlace): void => {
    setAt(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}/${place.column}"]`)?.focus();
  };
  const say = (from: CellPlace, to: CellPlace, state: string): void => {
    const count = (Math.abs(from.row - to.row) + 1) * (Math.abs(from.column - to.column) + 1);
    const [row = '', column = ''] = [value.rows[to.row], value.columns[to.column]];
    announce(count === 1 ? words.said(row, SENTENCES.column(column), state) : words.saidMany(count, state));
  };
  const write = (from: CellPlace, to: CellPlace, cell: MatrixCell): void => {
    if (!editable) return;
    onChange(writeCells(value, from, to, cell));
    say(from, to, words[cell]);
  };
  const press = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const to = movePlace(at, event.key, ctrl, { rows: value.rows.length, columns: value.columns.length });
    const cell = KEYS[event.key.toLowerCase()];
    if (to !== null) {
      const next = shown.includes(to.row) ? to : at;
      focus(next);
      if (!event.shiftKey) setAnchor(next);
    } else if (cell !== undefined && !ctrl) write(anchor, at, cell);
    else if (event.key === ' ' || event.key === 'Enter') write(anchor, at, nextCell(readCell(value, at)));
    else if (event.key === 'Escape' && saved !== undefined && editable) {
      onChange(restoreCells(value, saved, anchor, at));
      say(anchor, at, words.restored);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pick = (place: CellPlace, shift: boolean): void => {
    const again = place.row === at.row && place.column === at.column;
    setAt(place);
    if (!shift) setAnchor(place);
    if (!shift && again) write(place, place, nextCell(readCell(value, place)));
  };
  return { grid, at, anchor, press, pick };
}
