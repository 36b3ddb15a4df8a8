import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { IdLink } from '../common/refs.tsx';
import { Instant, Span } from '../common/values.tsx';
import { formatCount, formatShare } from '../format/format-money.ts';
import { listLink } from './list-link.ts';
import { ProgramName } from '../common/program-name.tsx';

export interface StatTilesProps {
  readonly overview: OverviewView;
  readonly days: number;
  readonly program: string;
}

/** Claims, how many needed no person, and who has waited longest. */
export function StatTiles({ overview, days, program }: StatTilesProps): ReactElement {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const { claims, oldestWaiting, from, to } = overview;
  const cases = listLink('cases', { program, sentAt_gte: from, sentAt_lte: to });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(3, minmax(0, 1fr))',
          lg: 'minmax(0, 1fr)',
        },
        '& > :last-child': { gridColumn: { xs: 'span 2', sm: 'auto' } },
      }}
    >
      <Tile title={t('overview.claims')} value={<IdLink to={cases}>{formatCount(claims.total)}</IdLink>}>
        {claims.previous === 0
          ? t('overview.noPrevious', { count: days })
          : t('overview.onPrevious', { change: wordChange(claims.total, claims.previous, locale), count: days })}
      </Tile>
      <Tile
        title={t('overview.automatic')}
        value={claims.total === 0 ? '–' : formatShare(claims.automatic / claims.total, locale)}
      >
        {t('overview.automaticOf', { count: formatCount(claims.automatic), total: formatCount(claims.total) })}
      </Tile>
      <Tile
        title={t('overview.oldest')}
        value={
          oldestWaiting === null ? (
            '–'
          ) : (
            <IdLink to={`/cases/${encodeURIComponent(oldestWaiting.caseId)}/show`}>
              <Span ms={Date.parse(to) - Date.parse(oldestWaiting.since)} />
            </IdLink>
          )
        }
      >
        {oldestWaiting === null ? (
          t('overview.noneWaiting')
        ) : (
          <>
            <ProgramName id={oldestWaiting.program} />, <Instant at={oldestWaiting.since} />
          </>
        )}
      </Tile>
    </Box>
  );
}

/** `+4 %`, `−12 %`. */
export function wordChange(now: number, before: number, locale: string): string {
  const percent = Math.round(((now - before) / before) * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${formatCount(Math.abs(percent))}${locale.startsWith('zh') ? '%' : ' %'}`;
}

function Tile({
  title,
  value,
  children,
}: {
  readonly title: string;
  readonly value: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Paper component="section" variant="outlined" sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h3" component="h2" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      <Box className="num" sx={{ fontSize: '1.5rem', fontWeight: 600, my: 0.5 }}>
        {value}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Paper>
  );
}
