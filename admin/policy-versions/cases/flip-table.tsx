import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { Instant } from '../../common/values.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { OutcomeWords } from './outcome-words.tsx';

export interface FlipTableProps {
  readonly rows: readonly FlipRowView[];
  /** Ids that are ticked, and what ticks them; null: nothing can be ticked here. */
  readonly selected: { readonly ids: ReadonlySet<string>; readonly onToggle: (id: string) => void } | null;
}

/** Boundary cases of changed values: where they lie, the outcome by live and by the draft, and who looked at a flip. */
export function FlipTable({ rows, selected }: FlipTableProps): ReactElement {
  const words = useWords().cases;
  if (rows.length === 0) return <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.flipsEmpty}</Typography>;
  return (
    <Box component="ul" aria-label={words.flips} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => <FlipItem key={row.id} row={row} selected={selected} />)}
    </Box>
  );
}

function FlipItem({ row, selected }: { readonly row: FlipRowView; readonly selected: FlipTableProps['selected'] }): ReactElement {
  const words = useWords().cases;
  const locale = useStaffLocale();
  const open = row.flips && row.acknowledged === null;
  return (
    <Box component="li" sx={{ display: 'grid', alignItems: 'start', columnGap: 2, rowGap: 0.5, py: 1, borderTop: 1, borderColor: 'divider', gridTemplateColumns: { xs: '34px minmax(0,1fr)', md: '34px minmax(0,1.4fr) minmax(0,1fr) minmax(0,1fr) minmax(0,160px)' } }}>
      <Box sx={{ gridRow: { xs: 'span 4', md: 'auto' } }}>
        {selected !== null && open ? (
          <Checkbox size="small" sx={{ p: 0.5 }} checked={selected.ids.has(row.id)} onChange={() => selected.onToggle(row.id)} slotProps={{ input: { 'aria-label': words.tick(`${row.at[locale]}, ${row.sentence[locale]}`) } }} />
        ) : null}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: row.flips ? 600 : 400 }}>{row.at[locale]}</Typography>
        <Typography variant="caption" component="div" lang="en" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{row.caseName}{row.cases > 1 ? ` (+${row.cases - 1})` : ''}</Typography>
      </Box>
      <OutcomeWords outcome={row.live} quiet={!row.flips} />
      <Box>{row.flips ? <><span aria-hidden="true">→ </span><OutcomeWords outcome={row.draft} quiet={false} /></> : <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.noFlip}</Typography>}</Box>
      <Typography variant="caption" sx={{ color: row.acknowledged === null && row.flips ? 'tone.assumed.fg' : 'text.secondary' }}>
        {row.acknowledged !== null ? <>{row.acknowledged.by.name}, <Instant at={row.acknowledged.at} /></> : row.flips ? words.open : ''}
      </Typography>
    </Box>
  );
}
