import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import type { OverviewView } from '../../server/contract/http/overview-view.ts';
import { useMay } from '../api/may.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { StateView } from '../common/state-view.tsx';
import { usePrograms } from '../common/use-programs.ts';
import { Instant } from '../common/values.tsx';
import { FirstSteps } from './first-steps.tsx';
import { GrantsPanel } from './grants-panel.tsx';
import { OutcomesPanel } from './outcomes-panel.tsx';
import { ReferralsPanel } from './referrals-panel.tsx';
import { StatTiles } from './stat-tiles.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

const SPANS = [7, 30, 90];

/** What came in, what became of it, and what waits for the reader. Span and program are in the address. */
export function Overview(): ReactElement {
  const t = useTranslate();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const days = SPANS.find((span) => String(span) === search.get('days')) ?? 30;
  const program = search.get('program') ?? '';
  const query = new URLSearchParams({ days: String(days), ...(program === '' ? {} : { program }) });
  const overview = useRead<OverviewView>(may('read', 'case') ? `/api/overview?${query.toString()}` : null, {
    everyMs: 60_000,
    keep: true,
  });
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <PageHeading title={t('overview.title')} actions={<Choices days={days} program={program} choose={choose} />}>
        {overview.data === undefined ? undefined : t('overview.asOf', { at: '' })}
        {overview.data === undefined ? null : <Instant at={overview.data.to} precision="second" />}
      </PageHeading>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          mb: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 1fr)' },
          alignItems: 'stretch',
        }}
      >
        <WaitingPanel />
        {overview.data === undefined ? null : <StatTiles overview={overview.data} days={days} program={program} />}
      </Box>
      <StateView result={overview} rows={8}>
        {(data) =>
          data.claims.total === 0 && data.claims.previous === 0 ? (
            <FirstSteps />
          ) : (
            <Panels overview={data} program={program} />
          )
        }
      </StateView>
    </>
  );
}

function Panels({ overview, program }: { readonly overview: OverviewView; readonly program: string }): ReactElement {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        alignItems: 'start',
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <OutcomesPanel overview={overview} program={program} />
        <GrantsPanel overview={overview} />
      </Box>
      <ReferralsPanel overview={overview} />
    </Box>
  );
}

interface ChoicesProps {
  readonly days: number;
  readonly program: string;
  readonly choose: (name: string, value: string) => void;
}

function Choices({ days, program, choose }: ChoicesProps): ReactElement {
  const t = useTranslate();
  const programs = usePrograms();
  return (
    <>
      <TextField
        select
        label={t('overview.spanLabel')}
        value={days}
        onChange={(event) => choose('days', event.target.value)}
        sx={{ minWidth: 140 }}
      >
        {SPANS.map((span) => (
          <MenuItem key={span} value={span}>
            {t('overview.span', { count: span })}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('common.program')}
        value={programs.some(({ id }) => id === program) ? program : ''}
        onChange={(event) => choose('program', event.target.value)}
        sx={{ minWidth: 160 }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('common.allPrograms')}</MenuItem>
        {programs.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
