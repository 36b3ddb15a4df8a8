import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { Panel } from '../common/panel.tsx';
import { IdLink } from '../common/refs.tsx';
import { Empty } from '../common/state-view.tsx';
import { Credits, Money } from '../common/values.tsx';
import { formatCount } from '../format/format-money.ts';
import { listLink } from './list-link.ts';
import { ProgramName } from '../common/program-name.tsx';

/** What each program granted: a row for each currency and one for credits, never a total over them. */
export function GrantsPanel({ overview }: { readonly overview: OverviewView }): ReactElement {
  const t = useTranslate();
  const rows = overview.grantedByProgram;
  if (rows.length === 0)
    return (
      <Panel title={t('overview.granted')}>
        <Empty>{t('overview.nothingGranted')}</Empty>
      </Panel>
    );
  return (
    <Panel flush title={t('overview.granted')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('common.program')}</TableCell>
            <TableCell align="right">{t('decision.granted')}</TableCell>
            <TableCell align="right">{t('overview.decisions')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.program}-${row.currency ?? 'credits'}`}>
              <TableCell component="th" scope="row">
                <IdLink
                  to={listLink('decisions', {
                    program: row.program,
                    disposition: 'granted',
                    decidedAt_gte: overview.from,
                    decidedAt_lte: overview.to,
                  })}
                >
                  <ProgramName id={row.program} />
                </IdLink>
              </TableCell>
              <TableCell align="right">
                {row.currency === null ? (
                  <Credits value={row.credits} />
                ) : (
                  <Money minor={row.amountMinor} currency={row.currency} />
                )}
              </TableCell>
              <TableCell align="right" className="num">
                {formatCount(row.decisions)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="caption" component="p" sx={{ px: 2, py: 1, color: 'text.secondary' }}>
        {t('overview.neverTotal')}
      </Typography>
    </Panel>
  );
}
