import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import type { InputProps, ValueOf } from './input-props.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { readCell } from './matrix-model.ts';

/** The cells that differ from live, as sentences. */
function useChangedCells(value: ValueOf<'matrix'> | undefined, live: ValueOf<'matrix'> | undefined): string[] {
  const locale = useStaffLocale();
  if (value === undefined || live === undefined) return [];
  return value.rows.flatMap((row, rowIndex) =>
    value.columns.flatMap((column, columnIndex) => {
      const [was, is] = [
        readCell(live, { row: rowIndex, column: columnIndex }),
        readCell(value, { row: rowIndex, column: columnIndex }),
      ];
      return was === is ? [] : [SENTENCES.cellChange(row, column, was, is)[locale]];
    }),
  );
}

/** A matrix in brief, its changed cells as sentences, and the grid when it is opened. */
export function MatrixInput({
  value,
  live,
  saved,
  owner,
  onChange,
}: InputProps<'matrix'> & { readonly saved: ValueOf<'matrix'> | undefined }): ReactElement {
  const words = useWords().parameters.matrix;
  const [open, setOpen] = useState(false);
  const changed = useChangedCells(value, live);
  if (value === undefined) return <></>;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Button variant="outlined" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.close : words.open}
      </Button>
      {changed.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
          {changed.map((sentence) => (
            <Typography key={sentence} component="li" variant="body2" sx={{ color: 'tone.changed.fg' }}>
              {sentence}
            </Typography>
          ))}
        </Box>
      )}
      {open ? (
        <Box sx={{ mt: 1 }}>
          <MatrixGrid name={owner} value={value} live={live} saved={saved} onChange={onChange} />
        </Box>
      ) : null}
    </Box>
  );
}
