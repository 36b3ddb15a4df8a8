import { describe, expect, it } from 'vitest';
import {
  isRowChanged,
  movePlace,
  nextCell,
  readCell,
  restoreCells,
  writeCells,
} from '../../../admin/policy-versions/parameters/matrix-model.ts';
import type { MatrixValue } from '../../../server/contract/policy-vocabulary.ts';

const GRID: MatrixValue = {
  rows: ['a', 'b', 'c'],
  columns: ['ios', 'web'],
  cells: { a: { ios: 'yes', web: 'no' }, b: { ios: 'no' } },
};
const SIZE = { rows: 3, columns: 2 };

describe('the matrix', () => {
  it('reads what is not listed as unset', () => {
    expect([
      readCell(GRID, { row: 0, column: 0 }),
      readCell(GRID, { row: 1, column: 1 }),
      readCell(GRID, { row: 2, column: 0 }),
      readCell(GRID, { row: 9, column: 9 }),
    ]).toEqual(['yes', 'unset', 'unset', 'unset']);
  });

  it('writes a block whichever way it was selected, and leaves the original alone', () => {
    const written = writeCells(GRID, { row: 2, column: 1 }, { row: 1, column: 0 }, 'yes');
    expect(written.cells).toEqual({
      a: { ios: 'yes', web: 'no' },
      b: { ios: 'yes', web: 'yes' },
      c: { ios: 'yes', web: 'yes' },
    });
    expect(GRID.cells['b']).toEqual({ ios: 'no' });
  });

  it('goes through the three states and comes back', () => {
    expect(['yes', 'no', 'unset'].map((cell) => nextCell(cell as 'yes'))).toEqual(['no', 'unset', 'yes']);
  });

  it('puts a block back to what is saved', () => {
    const written = writeCells(GRID, { row: 0, column: 0 }, { row: 1, column: 0 }, 'unset');
    const restored = restoreCells(written, GRID, { row: 0, column: 0 }, { row: 0, column: 1 });
    expect(readCell(restored, { row: 0, column: 0 })).toBe('yes');
    expect(readCell(restored, { row: 1, column: 0 })).toBe('unset');
    expect([isRowChanged(restored, GRID, 0), isRowChanged(restored, GRID, 1)]).toEqual([false, true]);
  });

  it.each([
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowDown', false, { row: 2, column: 1 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['ArrowRight', false, { row: 1, column: 1 }],
    ['Home', false, { row: 1, column: 0 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 2, column: 1 }],
    ['PageDown', false, { row: 2, column: 1 }],
    ['PageUp', false, { row: 0, column: 1 }],
  ])('%s (ctrl: %s) moves and never leaves the grid', (key, ctrl, place) => {
    expect(movePlace({ row: 1, column: 1 }, key, ctrl, SIZE)).toEqual(place);
  });

  it('is not moved by a letter', () => {
    expect(movePlace({ row: 1, column: 1 }, 'y', false, SIZE)).toBeNull();
  });
});
