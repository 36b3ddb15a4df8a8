import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { MatrixCell, MatrixValue } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { isRowChanged, movePlace, nextCell, readCell, restoreCells, writeCells } from './matrix-model.ts';
import type { CellPlace } from './matrix-model.ts';
import { MatrixRow } from './matrix-row.tsx';

export interface MatrixGridProps {
  readonly name: string;
  readonly value: MatrixValue;
  readonly live: MatrixValue | undefined;
  /** The value as it is saved; Esc goes back to it. */
  readonly saved: MatrixValue | undefined;
  readonly onChange: (value: MatrixValue) => void;
}

const KEYS: Readonly<Record<string, MatrixCell>> = { y: 'yes', n: 'no', delete: 'unset', backspace: 'unset' };

/** Rows by columns of yes, no and not listed; one stop for Tab, arrows within. */
export function MatrixGrid({ name, value, live, saved, onChange }: MatrixGridProps): ReactElement {
  const words = useWords().parameters.matrix;
  const { announce, editable } = useDraft();
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellPlace>({ row: 0, column: 0 });
  const [changedOnly, setChangedOnly] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const shown = value.rows.map((_row, index) => index).filter((row) => !changedOnly || isRowChanged(value, live, row));

  const focus = (place: CellPlace): void => {
    setAt(place);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}/${place.column}"]`)?.focus();
  };
  const say = (from: CellPlace, to: CellPlace, state: string): void => {
    const count = (Math.abs(from.row - to.row) + 1) * (Math.abs(from.column - to.column) + 1);
    announce(count === 1 ? words.said(value.rows[to.row] ?? '', value.columns[to.column] ?? '', state) : words.saidMany(count, state));
  };
  const write = (from: CellPlace, to: CellPlace, cell: MatrixCell): void => {
    if (!editable) return;
    onChange(writeCells(value, from, to, cell));
    say(from, to, words[cell]);
  };
  const onKey = (event: KeyboardEvent): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const to = movePlace(at, event.key, ctrl, { rows: value.rows.length, columns: value.columns.length });
    const cell = KEYS[event.key.toLowerCase()];
    if (to !== null) {
      focus(changedOnly && !shown.includes(to.row) ? at : to);
      if (!event.shiftKey) setAnchor(to);
    } else if (cell !== undefined && !ctrl) write(anchor, at, cell);
    else if (event.key === ' ' || event.key === 'Enter') write(anchor, at, nextCell(readCell(value, at)));
    else if (event.key === 'Escape' && saved !== undefined && editable) {
      onChange(restoreCells(value, saved, anchor, at));
      say(anchor, at, words.restored);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const click = (place: CellPlace, shift: boolean): void => {
    setAt(place);
    if (!shift) setAnchor(place);
    if (!shift && place.row === at.row && place.column === at.column) write(place, place, nextCell(readCell(value, place)));
  };

  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {live === undefined ? null : (
          <FormControlLabel label={words.changedOnly} control={<Checkbox size="small" checked={changedOnly} onChange={(_event, on) => setChangedOnly(on)} />} />
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>{words.help}</Typography>
      </Box>
      <Box sx={{ overflow: 'auto', maxHeight: 560, scrollPaddingLeft: 200, scrollPaddingTop: 40, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        <Box component="table" role="grid" ref={grid} aria-label={words.grid(name)} aria-multiselectable="true" aria-rowcount={value.rows.length + 1} onKeyDown={onKey} sx={TABLE}>
          <thead>
            <tr role="row">
              <th role="columnheader" scope="col">{words.rowHead(value.rows.length)}</th>
              {value.columns.map((column) => <th key={column} role="columnheader" scope="col">{column}</th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => <MatrixRow key={value.rows[row]} row={row} value={value} live={live} at={at} anchor={anchor} editable={editable} onPick={click} />)}
          </tbody>
        </Box>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>{words.unsetNote}</Typography>
      {changedOnly && shown.length === 0 ? <Button onClick={() => setChangedOnly(false)}>{words.changedOnly} ✕</Button> : null}
    </Box>
  );
}

const TABLE = {
  borderCollapse: 'separate', borderSpacing: 0, minWidth: '100%', fontSize: '0.875rem',
  '& th, & td': { textAlign: 'left', px: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', whiteSpace: 'nowrap' },
  '& thead th': { position: 'sticky', top: 0, bgcolor: 'raised', zIndex: 2 },
  '& tbody th, & thead th:first-of-type': { position: 'sticky', left: 0, bgcolor: 'background.paper', fontWeight: 400, zIndex: 1 },
  '& thead th:first-of-type': { bgcolor: 'raised', fontWeight: 600, zIndex: 3 },
} as const;
