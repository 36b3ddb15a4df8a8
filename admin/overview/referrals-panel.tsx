import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { visuallyHidden } from '@mui/utils';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { Panel } from '../common/panel.tsx';
import { IdLink } from '../common/refs.tsx';
import { Empty } from '../common/state-view.tsx';
import { wordReason } from '../decisions/word-verdict.ts';
import { formatCount } from '../format/format-money.ts';
import { listLink } from './list-link.ts';
import { ProgramName } from '../common/program-name.tsx';

const MOST = 10;

type Referrals = OverviewView['referralsByReason'][number];

/** Which values being unset sent these cases to a person, and where to set them. */
function NotSet({ row }: { readonly row: Referrals }): ReactElement | null {
  const t = useTranslate();
  if (row.unsetParameters.length === 0) return null;
  return (
    <Box
      sx={{
        color: (theme) => theme.palette.tone.unset.fg,
        fontSize: '0.8125rem',
        '& a': { textDecoration: 'underline' },
      }}
    >
      {t('overview.notSet', { names: row.unsetParameters.join(', ') })} ·{' '}
      <IdLink to={`/policies/${row.program}/show`}>{t('overview.set')} →</IdLink>
    </Box>
  );
}

/** Why cases went to a person, most first; a parameter that is not set is named, with the way to set it. */
export function ReferralsPanel({ overview }: { readonly overview: OverviewView }): ReactElement {
  const t = useTranslate();
  const rows = overview.referralsByReason.slice(0, MOST);
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0)
    return (
      <Panel title={t('overview.referrals')}>
        <Empty>{t('overview.noReferrals')}</Empty>
      </Panel>
    );
  return (
    <Panel flush title={t('overview.referrals')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('common.reason')}</TableCell>
            <TableCell align="right">{t('overview.cases')}</TableCell>
            <TableCell sx={{ width: 96 }}>
              <Box component="span" sx={visuallyHidden}>
                {t('common.chart')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={`${row.program}-${row.reasonCode}`}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <ProgramName id={row.program} />
                {t('common.colon')}
                {wordReason(row.reasonCode, t)}
                <NotSet row={row} />
              </TableCell>
              <TableCell align="right" className="num">
                <IdLink
                  to={listLink('cases', {
                    program: row.program,
                    disposition: 'referred',
                    reasonCode: row.reasonCode,
                    sentAt_gte: overview.from,
                    sentAt_lte: overview.to,
                  })}
                >
                  {formatCount(row.count)}
                </IdLink>
              </TableCell>
              <TableCell aria-hidden="true">
                <Box
                  sx={{
                    height: 10,
                    width: `${(row.count / largest) * 100}%`,
                    minWidth: 2,
                    bgcolor: (theme) => theme.palette.series.referred,
                    borderRadius: 0.5,
                  }}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
