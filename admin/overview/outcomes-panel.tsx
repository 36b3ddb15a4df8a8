import { Suspense, lazy } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { DISPOSITION_ORDER } from '../common/disposition-chip.tsx';
import type { Disposition } from '../common/disposition-chip.tsx';
import { IdLink } from '../common/refs.tsx';
import { Waiting } from '../common/state-view.tsx';
import { formatCount } from '../format/format-money.ts';
import { ChartOrTable } from './chart-or-table.tsx';
import { dayBounds, listLink } from './list-link.ts';

const OutcomeChart = lazy(async () => ({ default: (await import('./outcome-chart.tsx')).OutcomeChart }));

/** Cases by day and outcome: bars, or the same as a table; each leads to its rows. */
export function OutcomesPanel({
  overview,
  program,
}: {
  readonly overview: OverviewView;
  readonly program: string;
}): ReactElement {
  const t = useTranslate();
  const navigate = useNavigate();
  const linkOf = (day: string, disposition?: Disposition): string => {
    const { from, until } = dayBounds(day);
    return listLink('cases', { program, sentAt_gte: from, sentAt_lte: until, disposition });
  };
  const days = overview.byDay.toReversed();
  return (
    <ChartOrTable
      title={t('overview.outcomes')}
      storeKey="overview.outcomes"
      chart={
        <Suspense fallback={<Waiting rows={7} />}>
          <OutcomeChart days={overview.byDay} onOpen={(day, disposition) => void navigate(linkOf(day, disposition))} />
        </Suspense>
      }
      heads={[
        t('overview.day'),
        ...DISPOSITION_ORDER.map((disposition) => t(`disposition.${disposition}`)),
        t('overview.total'),
      ]}
      rows={days.map((row) => {
        const total = DISPOSITION_ORDER.reduce((sum, disposition) => sum + row[disposition], 0);
        return {
          key: row.day,
          cells: [
            row.day,
            ...DISPOSITION_ORDER.map((disposition) =>
              row[disposition] === 0 ? (
                '0'
              ) : (
                <IdLink key={disposition} to={linkOf(row.day, disposition)}>
                  {formatCount(row[disposition])}
                </IdLink>
              ),
            ),
            total === 0 ? (
              '0'
            ) : (
              <IdLink key="total" to={linkOf(row.day)}>
                {formatCount(total)}
              </IdLink>
            ),
          ],
        };
      })}
    />
  );
}
