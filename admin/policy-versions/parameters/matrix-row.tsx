import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type { MatrixCell, MatrixValue } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import { readCell } from './matrix-model.ts';
import type { CellPlace } from './matrix-model.ts';

/** The glyph of each state; the word stands beside it. */
const CELL_GLYPH: Readonly<Record<MatrixCell, string>> = { yes: '✓', no: '✗', unset: '–' };

interface MatrixRowProps {
  readonly row: number;
  readonly value: MatrixValue;
  readonly live: MatrixValue | undefined;
  readonly at: CellPlace;
  readonly anchor: CellPlace;
  readonly editable: boolean;
  readonly onPick: (place: CellPlace, shift: boolean) => void;
}

/** One row of the grid: its name and its cells, a changed one with its live state. */
export function MatrixRow({ row, value, live, at, anchor, editable, onPick }: MatrixRowProps): ReactElement {
  const words = useWords().parameters.matrix;
  const between = (index: number, one: number, other: number): boolean =>
    index >= Math.min(one, other) && index <= Math.max(one, other);
  return (
    <tr role="row" aria-rowindex={row + 2}>
      <Box component="th" role="rowheader" scope="row" sx={{ fontFamily: MONO, fontSize: '0.8125rem' }}>
        {value.rows[row]}
      </Box>
      {value.columns.map((name, column) => {
        const cell = readCell(value, { row, column });
        const was = live === undefined ? cell : readCell(live, { row, column });
        const changed = cell !== was;
        const selected = between(row, at.row, anchor.row) && between(column, at.column, anchor.column);
        return (
          <Box
            key={name}
            component="td"
            role="gridcell"
            data-cell={`${row}/${column}`}
            tabIndex={at.row === row && at.column === column ? 0 : -1}
            aria-selected={selected}
            aria-readonly={!editable}
            aria-label={changed ? words.changedFrom(words[cell], words[was]) : words[cell]}
            onClick={(event) => onPick({ row, column }, event.shiftKey)}
            sx={{
              minWidth: 112,
              cursor: editable ? 'pointer' : 'default',
              outlineOffset: '-2px !important',
              bgcolor: changed ? 'tone.changed.bg' : selected ? 'raised' : 'transparent',
              color: changed ? 'tone.changed.fg' : 'text.primary',
              borderLeft: changed ? '3px solid' : '3px solid transparent',
              borderLeftColor: changed ? 'tone.changed.line' : 'transparent',
              '&:focus': { outline: '2px solid', outlineColor: 'primary.main' },
            }}
          >
            <span aria-hidden="true">
              {changed ? (
                <>
                  <s>{CELL_GLYPH[was]}</s> →{' '}
                </>
              ) : null}
              {CELL_GLYPH[cell]} {words[cell]}
            </span>
          </Box>
        );
      })}
    </tr>
  );
}
