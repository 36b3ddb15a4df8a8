import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { MatrixValue } from '../../../server/contract/policy-vocabulary.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { isRowChanged } from './matrix-model.ts';
import { useMatrixKeys } from './use-matrix-keys.ts';
import { MatrixRow } from './matrix-row.tsx';

export interface MatrixGridProps {
  readonly name: string;
  readonly value: MatrixValue;
  readonly live: MatrixValue | undefined;
  /** The value as it is saved; Esc goes back to it. */
  readonly saved: MatrixValue | undefined;
  readonly onChange: (value: MatrixValue) => void;
}

/** Rows by columns of yes, no and not listed; one stop for Tab, arrows within. */
export function MatrixGrid({ name, value, live, saved, onChange }: MatrixGridProps): ReactElement {
  const words = useWords().parameters.matrix;
  const { editable } = useDraft();
  const [changedOnly, setChangedOnly] = useState(false);
  const shown = value.rows.map((_row, index) => index).filter((row) => !changedOnly || isRowChanged(value, live, row));
  const { grid, at, anchor, press, pick } = useMatrixKeys({ value, saved, shown, onChange });

  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {live === undefined ? null : (
          <FormControlLabel
            label={words.changedOnly}
            control={<Checkbox size="small" checked={changedOnly} onChange={(_event, on) => setChangedOnly(on)} />}
          />
        )}
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {words.help}
        </Typography>
      </Box>
      <Box sx={SCROLL}>
        <Box
          component="table"
          role="grid"
          ref={grid}
          aria-label={words.grid(name)}
          aria-multiselectable="true"
          aria-rowcount={value.rows.length + 1}
          onKeyDown={press}
          sx={TABLE}
        >
          <GridHead value={value} />
          <tbody>
            {shown.map((row) => (
              <MatrixRow
                key={value.rows[row]}
                row={row}
                value={value}
                live={live}
                at={at}
                anchor={anchor}
                editable={editable}
                onPick={pick}
              />
            ))}
          </tbody>
        </Box>
      </Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {words.unsetNote}
      </Typography>
      {changedOnly && shown.length === 0 ? (
        <Button onClick={() => setChangedOnly(false)}>{words.changedOnly} ✕</Button>
      ) : null}
    </Box>
  );
}

function GridHead({ value }: { readonly value: MatrixValue }): ReactElement {
  const words = useWords().parameters.matrix;
  return (
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">
          {words.rowHead(value.rows.length)}
        </th>
        {value.columns.map((column) => (
          <th key={column} role="columnheader" scope="col">
            {SENTENCES.column(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const SCROLL = {
  overflow: 'auto',
  maxHeight: 560,
  scrollPaddingLeft: 200,
  scrollPaddingTop: 40,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const;

const TABLE = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  minWidth: '100%',
  fontSize: '0.875rem',
  '& th, & td': { textAlign: 'left', px: 1, py: 0.5, borderBottom: 1, borderColor: 'divider', whiteSpace: 'nowrap' },
  '& thead th': { position: 'sticky', top: 0, bgcolor: 'raised', zIndex: 2 },
  '& tbody th, & thead th:first-of-type': {
    position: 'sticky',
    left: 0,
    bgcolor: 'background.paper',
    fontWeight: 400,
    zIndex: 1,
  },
  '& thead th:first-of-type': { bgcolor: 'raised', fontWeight: 600, zIndex: 3 },
} as const;
