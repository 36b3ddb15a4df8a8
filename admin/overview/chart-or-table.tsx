import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactElement, ReactNode } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { Panel } from '../common/panel.tsx';

export interface ChartOrTableProps {
  readonly title: string;
  /** Under which the reader’s choice is kept. */
  readonly storeKey: string;
  readonly chart: ReactNode;
  /** Heads of the table; all columns but the first hold numbers. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A chart that can always be read as a table. */
export function ChartOrTable({ title, storeKey, chart, heads, rows }: ChartOrTableProps): ReactElement {
  const t = useTranslate();
  const [view, setView] = useStore<'chart' | 'table'>(storeKey, 'chart');
  return (
    <Panel
      flush
      title={title}
      actions={
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          onChange={(_event, value: 'chart' | 'table' | null) => value !== null && setView(value)}
          aria-label={title}
        >
          <ToggleButton value="chart" sx={{ py: 0.25, textTransform: 'none' }}>
            {t('common.chart')}
          </ToggleButton>
          <ToggleButton value="table" sx={{ py: 0.25, textTransform: 'none' }}>
            {t('common.table')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {view === 'chart' ? (
        <Box sx={{ px: 1, pb: 1 }}>{chart}</Box>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              {heads.map((head, index) => (
                <TableCell key={head} align={index === 0 ? 'left' : 'right'}>
                  {head}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ key, cells }) => (
              <TableRow key={key}>
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <TableCell key={heads[index]} component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                      {cell}
                    </TableCell>
                  ) : (
                    <TableCell key={heads[index]} align="right" className="num">
                      {cell}
                    </TableCell>
                  ),
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}
