import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { FocusEvent, KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useWords } from '../../policies/use-words.ts';

export interface RowFrameProps {
  /** Name by which the row is found and stepped to. */
  readonly id: string;
  readonly changed: boolean;
  /** Whether the draft's cell takes the whole width, below the others. */
  readonly wide?: boolean;
  readonly heading: ReactNode;
  readonly live: { readonly text: string; readonly isSet: boolean };
  /** Puts the live value back; null: nothing is to be put back. */
  readonly undo: { readonly label: string; readonly run: () => void } | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Columns of the list: name, live, draft. */
export const PARAMETER_COLUMNS = 'minmax(0,260px) minmax(0,150px) minmax(0,1fr)';

/** A row of the list: what it is about, the live value, the draft's, and the way back. */
export function RowFrame(props: RowFrameProps): ReactElement {
  const { id, changed, wide = false, heading, live, undo, onFocus, onKeyDown, children } = props;
  const words = useWords().parameters;
  const line = changed ? 'tone.changed.line' : 'transparent';
  return (
    <Box
      component="li"
      data-parameter={id}
      tabIndex={-1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      sx={{ ...ROW, borderLeftColor: line }}
    >
      {heading}
      <Box>
        <Typography variant="caption" component="div" sx={{ display: { md: 'none' }, color: 'text.secondary' }}>
          {words.columnLive}
        </Typography>
        <Typography
          variant="body2"
          sx={{ color: live.isSet ? 'text.primary' : 'tone.unset.fg', overflowWrap: 'anywhere' }}
        >
          {live.text}
        </Typography>
      </Box>
      <Box sx={{ ...CELL, gridColumn: wide ? '1 / -1' : 'auto' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
        {undo === null ? null : (
          <IconButton aria-label={undo.label} onClick={undo.run}>
            <Undo fontSize="small" />
          </IconButton>
        )}
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
