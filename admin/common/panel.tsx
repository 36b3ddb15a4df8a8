import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScrollBox } from './scroll-box.tsx';

export interface PanelProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** No inner padding: for tables and lists that reach the edges. */
  readonly flush?: boolean;
}

/** A bordered part of a page with its own heading. */
export function Panel({ title, actions, children, flush = false }: PanelProps): ReactElement {
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ minWidth: 0, overflow: 'hidden' }}>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, pt: 1.5, pb: flush ? 1.5 : 0 }}
      >
        <Typography id={id} variant="h2" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {flush ? <ScrollBox labelledBy={id}>{children}</ScrollBox> : <Box sx={{ p: 2, pt: 1 }}>{children}</Box>}
    </Paper>
  );
}
