import type { MatrixCell, MatrixValue } from '../../../server/contract/policy-vocabulary.ts';

/** A cell by its place; rows and columns are counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The order in which Space goes through the states. */
const NEXT: Readonly<Record<MatrixCell, MatrixCell>> = { yes: 'no', no: 'unset', unset: 'yes' };

/** What a cell holds; a place outside of the grid holds nothing. */
export function readCell({ rows, columns, cells }: MatrixValue, { row, column }: CellPlace): MatrixCell {
  return cells[rows[row] ?? '']?.[columns[column] ?? ''] ?? 'unset';
}

/** The state after this one. */
export function nextCell(cell: MatrixCell): MatrixCell {
  return NEXT[cell];
}

/** Writes one state into all cells between two corners. */
export function writeCells(value: MatrixValue, from: CellPlace, to: CellPlace, cell: MatrixCell): MatrixValue {
  const places = listPlaces(from, to);
  const cells = structuredClone(value.cells) as Record<string, Record<string, MatrixCell>>;
  for (const { row, column } of places) {
    const [rowName, columnName] = [value.rows[row], value.columns[column]];
    if (rowName === undefined || columnName === undefined) continue;
    cells[rowName] = { ...cells[rowName], [columnName]: cell };
  }
  return { ...value, cells };
}

/** All places between two corners, whichever way they lie. */
function listPlaces(from: CellPlace, to: CellPlace): CellPlace[] {
  const rows = span(from.row, to.row);
  const columns = span(from.column, to.column);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
}

/** Puts all cells between two corners back to what they are in another grid. */
export function restoreCells(value: MatrixValue, saved: MatrixValue, from: CellPlace, to: CellPlace): MatrixValue {
  return listPlaces(from, to).reduce((now, place) => writeCells(now, place, place, readCell(saved, place)), value);
}

/** Where a key leads; null for keys that do not move. Nothing leads out of the grid. */
export function movePlace(
  { row, column }: CellPlace,
  key: string,
  ctrl: boolean,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'ArrowDown':
      return { row: Math.min(row + 1, last.row), column };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, last.column) };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? last : { row, column: last.column };
    case 'PageUp':
      return { row: Math.max(row - 10, 0), column };
    case 'PageDown':
      return { row: Math.min(row + 10, last.row), column };
    default:
      return null;
  }
}

/** Whether a row has a cell that differs from another grid. */
export function isRowChanged(value: MatrixValue, live: MatrixValue | undefined, row: number): boolean {
  return (
    live !== undefined &&
    value.columns.some((_name, column) => readCell(value, { row, column }) !== readCell(live, { row, column }))
  );
}

function span(a: number, b: number): number[] {
  const [low, high] = a < b ? [a, b] : [b, a];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}
