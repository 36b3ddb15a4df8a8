import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { Instant } from '../../common/values.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { groupFlips } from './group-flips.ts';
import type { FlipGroup } from './group-flips.ts';
import { OutcomeWords } from './outcome-words.tsx';

export interface FlipTableProps {
  readonly rows: readonly FlipRowView[];
  /** Ids that are ticked, and what ticks some; null: nothing can be ticked here. */
  readonly selected: { readonly ids: ReadonlySet<string>; readonly onToggle: (ids: readonly string[]) => void } | null;
}

/** Boundary cases of changed values: where they lie, the outcome by live and by the draft, and who looked at a flip. */
export function FlipTable({ rows, selected }: FlipTableProps): ReactElement {
  const words = useWords().cases;
  if (rows.length === 0) return <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.flipsEmpty}</Typography>;
  const flipping = groupFlips(rows.filter((row) => row.flips));
  const still = rows.filter((row) => !row.flips);
  return (
    <>
      {flipping.length === 0 ? <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.flipsEmpty}</Typography> : <FlipList groups={flipping} selected={selected} />}
      {still.length === 0 ? null : (
        <Box component="details" sx={{ mt: 1, fontSize: '0.875rem' }}>
          <summary>{words.noFlips(still.length)}</summary>
          <FlipList groups={groupFlips(still)} selected={null} />
        </Box>
      )}
    </>
  );
}

function FlipList({ groups, selected }: { readonly groups: readonly FlipGroup[]; readonly selected: FlipTableProps['selected'] }): ReactElement {
  const words = useWords().cases;
  return (
    <Box component="ul" aria-label={words.flips} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {groups.map((group) => <FlipItem key={group.key} group={group} selected={selected} />)}
    </Box>
  );
}

function FlipItem({ group, selected }: { readonly group: FlipGroup; readonly selected: FlipTableProps['selected'] }): ReactElement {
  const words = useWords().cases;
  const locale = useStaffLocale();
  const [first] = group.rows;
  const ids = group.rows.map((row) => row.id);
  const places = group.rows.map((row) => row.at[locale]);
  const others = Math.max(...group.rows.map((row) => row.cases)) - 1;
  const open = first.flips && first.acknowledged === null;
  const tickable = selected !== null && open;
  const columns = `${selected === null ? '' : '34px '}minmax(0,1.5fr) minmax(0,1fr) minmax(0,1fr) minmax(0,150px)`;
  return (
    <Box component="li" sx={{ display: 'grid', alignItems: 'start', columnGap: 2, rowGap: 0.5, py: 1, borderTop: 1, borderColor: 'divider', gridTemplateColumns: { xs: selected === null ? 'minmax(0,1fr)' : '34px minmax(0,1fr)', md: columns } }}>
      {selected === null ? null : (
        <Box sx={{ gridRow: { xs: 'span 4', md: 'auto' } }}>
          {tickable ? (
            <Checkbox
              size="small" sx={{ p: 0.5 }} checked={ids.every((id) => selected.ids.has(id))} onChange={() => selected.onToggle(ids)}
              slotProps={{ input: { 'aria-label': words.tick(`${first.sentence[locale]} (${places.join('; ')})`) } }}
            />
          ) : null}
        </Box>
      )}
      <Box sx={{ minWidth: 0 }}>
        {places.map((place) => <Typography key={place} variant="body2" sx={{ fontWeight: first.flips ? 600 : 400 }}>{place}</Typography>)}
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}><span lang="en">{first.caseName}</span>{others > 0 ? `, ${words.others(others)}` : ''}</Typography>
      </Box>
      <OutcomeWords outcome={first.live} quiet={!first.flips} />
      <Box>{first.flips ? <><span aria-hidden="true">→ </span><OutcomeWords outcome={first.draft} quiet={false} /></> : <Typography variant="body2" sx={{ color: 'text.secondary' }}>{words.noFlip}</Typography>}</Box>
      <Typography variant="caption" sx={{ color: open ? 'tone.assumed.fg' : 'text.secondary' }}>
        {first.acknowledged !== null ? <>{first.acknowledged.by.name}, <Instant at={first.acknowledged.at} /></> : first.flips ? words.open : ''}
      </Typography>
    </Box>
  );
}
