import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { visuallyHidden } from '@mui/utils';
import type { ReactElement } from 'react';
import { useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { DISPOSITION_ORDER } from '../common/disposition-chip.tsx';
import type { Disposition } from '../common/disposition-chip.tsx';

export interface OutcomeChartProps {
  readonly days: OverviewView['byDay'];
  readonly onOpen: (day: string, disposition: Disposition) => void;
}

/**
 * Stacked bars, a day each. Paper-coloured strokes part the colours, since neighbours differ too little by themselves, and
 * each has a pattern of its own, in the legend too: without colour they would not be told apart.
 */
export function OutcomeChart({ days, onOpen }: OutcomeChartProps): ReactElement {
  const t = useTranslate();
  const { palette } = useTheme();
  return (
    <Box
      component="figure"
      sx={{
        m: 0,
        '& .MuiBarElement-root, & rect.MuiBarChart-element': { stroke: palette.background.paper, strokeWidth: 2 },
      }}
    >
      <Patterns />
      <figcaption style={visuallyHidden}>{t('overview.chartLabel')}</figcaption>
      <BarChart
        height={280}
        skipAnimation
        series={DISPOSITION_ORDER.map((disposition) => ({
          id: disposition,
          data: days.map((day) => day[disposition]),
          label: t(`disposition.${disposition}`),
          stack: 'all',
          color: patternOf(disposition),
        }))}
        xAxis={[{ scaleType: 'band', data: days.map(({ day }) => day), valueFormatter: (day: string) => day.slice(5) }]}
        yAxis={[{ width: 52, tickMinStep: 1 }]}
        margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
        grid={{ horizontal: true }}
        onItemClick={(_event, item) => {
          const day = days[item.dataIndex ?? -1]?.day;
          const disposition = DISPOSITION_ORDER.find((each) => each === item.seriesId);
          if (day !== undefined && disposition !== undefined) onOpen(day, disposition);
        }}
      />
    </Box>
  );
}

/** What is drawn over a square of 8 px of each colour; nothing over the first. */
const STROKES: Readonly<Record<Disposition, string>> = {
  granted: '',
  no_action: 'M2 2h.01M6 6h.01',
  needs_info: 'M0 4h8',
  referred: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  denied: 'M0 0l8 8M8 0l-8 8',
};

const patternOf = (disposition: Disposition): string => `url(#outcome-${disposition})`;

/** Colours of the series with their patterns, for bars and legend to refer to. */
function Patterns(): ReactElement {
  const { palette } = useTheme();
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <defs>
        {DISPOSITION_ORDER.map((disposition) => (
          <pattern key={disposition} id={`outcome-${disposition}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill={palette.series[disposition]} />
            <path
              d={STROKES[disposition]}
              stroke={palette.background.paper}
              strokeWidth={disposition === 'no_action' ? 2.5 : 1.5}
              strokeLinecap="round"
            />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
