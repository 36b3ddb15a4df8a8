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

/** Stacked bars, a day each. Paper-coloured strokes part the colours, since neighbours differ too little by themselves. */
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
      <figcaption style={visuallyHidden}>{t('overview.chartLabel')}</figcaption>
      <BarChart
        height={280}
        skipAnimation
        series={DISPOSITION_ORDER.map((disposition) => ({
          id: disposition,
          data: days.map((day) => day[disposition]),
          label: t(`disposition.${disposition}`),
          stack: 'all',
          color: palette.series[disposition],
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
