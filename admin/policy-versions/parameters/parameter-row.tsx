import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { Parameter } from '../../../server/contract/policy-vocabulary.ts';
import { useWords } from '../../policies/use-words.ts';
import { ParameterDraftCell } from './parameter-draft-cell.tsx';
import { ParameterName } from './parameter-name.tsx';
import { RowEffects } from './row-effects.tsx';
import type { WindowEnds } from './row-effects.tsx';
import { useParameterRow } from './use-parameter-row.ts';
import type { WindowExample } from './use-preview.ts';

export interface ParameterRowProps {
  readonly parameter: Parameter;
  readonly rules: readonly string[];
  readonly flips: readonly FlipRowView[];
  readonly ends: WindowEnds | null;
  readonly busy: boolean;
  readonly example: WindowExample;
  /** Decisions that went to a person since it is not set live. */
  readonly referrals: number;
  readonly onFocus: () => void;
}

/** Columns of the list: name, live, draft. */
export const PARAMETER_COLUMNS = 'minmax(0,260px) minmax(0,150px) minmax(0,1fr)';

/** One parameter: name and provenance, the live value, the draft's, and what the difference moves. */
export function ParameterRow(props: ParameterRowProps): ReactElement {
  const { parameter, rules, referrals, onFocus, ...effects } = props;
  const words = useWords().parameters;
  const row = useParameterRow(parameter);
  const { original, changed, name } = row;
  const line = changed ? 'tone.changed.line' : 'transparent';
  return (
    <Box
      component="li"
      data-parameter={parameter.name}
      tabIndex={-1}
      onFocus={(event) => {
        onFocus();
        row.onEnter(event);
      }}
      onKeyDown={row.onKey}
      sx={{ ...ROW, borderLeftColor: line }}
    >
      <ParameterName parameter={parameter} original={original} changed={changed} />
      <Box>
        <Typography variant="caption" component="div" sx={{ display: { md: 'none' }, color: 'text.secondary' }}>
          {words.columnLive}
        </Typography>
        <Typography
          variant="body2"
          sx={{ color: original?.value === undefined ? 'tone.unset.fg' : 'text.primary', overflowWrap: 'anywhere' }}
        >
          {row.valueOf(original)}
        </Typography>
      </Box>
      <Box sx={{ ...CELL, gridColumn: parameter.kind === 'matrix' ? '1 / -1' : 'auto' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <ParameterDraftCell parameter={parameter} rules={rules} row={row} referrals={referrals} />
          {changed ? (
            <RowEffects {...effects} parameter={parameter} original={original} rules={rules} referrals={referrals} />
          ) : null}
        </Box>
        {changed && row.editable && original !== null ? (
          <IconButton aria-label={words.undo(name)} onClick={() => row.putBack(original)}>
            <Undo fontSize="small" />
          </IconButton>
        ) : null}
      </Box>
    </Box>
  );
}

const CELL = { display: 'flex', gap: 1, alignItems: 'flex-start', minWidth: 0 } as const;

const ROW = {
  display: 'grid',
  gap: { xs: 1, md: 2 },
  gridTemplateColumns: { xs: 'minmax(0,1fr)', md: PARAMETER_COLUMNS },
  px: 2,
  py: 1.5,
  minHeight: 72,
  borderBottom: 1,
  borderBottomColor: 'divider',
  borderLeft: '4px solid',
} as const;
