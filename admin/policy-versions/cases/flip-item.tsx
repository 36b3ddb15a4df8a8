import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Instant } from '../../common/values.tsx';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import type { FlipGroup } from './group-flips.ts';
import { OutcomeWords } from './outcome-words.tsx';

/** Ids that are ticked, and what ticks some. */
export interface FlipSelection {
  readonly ids: ReadonlySet<string>;
  readonly onToggle: (ids: readonly string[]) => void;
}

export interface FlipItemProps {
  readonly group: FlipGroup;
  readonly selected: FlipSelection | null;
}

/** Boundary cases that come out alike: a tick, where they lie, both outcomes, and who looked. */
export function FlipItem({ group, selected }: FlipItemProps): ReactElement {
  const [first] = group.rows;
  const columns = 'minmax(0,1.5fr) minmax(0,1fr) minmax(0,1fr) minmax(0,150px)';
  const phone = 'minmax(0,1fr)';
  return (
    <Box
      component="li"
      sx={{
        ...ROW,
        gridTemplateColumns:
          selected === null ? { xs: phone, md: columns } : { xs: `34px ${phone}`, md: `34px ${columns}` },
      }}
    >
      {selected === null ? null : <FlipTick group={group} selected={selected} />}
      <FlipPlaces group={group} />
      <OutcomeWords outcome={first.live} quiet={!first.flips} />
      <FlipEnd group={group} />
      <FlipSeen group={group} />
    </Box>
  );
}

const ROW = {
  display: 'grid',
  alignItems: 'start',
  columnGap: 2,
  rowGap: 0.5,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
} as const;

function FlipTick({ group, selected }: { readonly group: FlipGroup; readonly selected: FlipSelection }): ReactElement {
  const words = useWords().cases;
  const locale = useStaffLocale();
  const [first] = group.rows;
  const ids = group.rows.map((row) => row.id);
  const places = group.rows.map((row) => row.at[locale]).join('; ');
  return (
    <Box sx={{ gridRow: { xs: 'span 4', md: 'auto' } }}>
      {first.flips && first.acknowledged === null ? (
        <Checkbox
          size="small"
          sx={{ p: 0.5 }}
          checked={ids.every((id) => selected.ids.has(id))}
          onChange={() => selected.onToggle(ids)}
          slotProps={{ input: { 'aria-label': words.tick(`${first.sentence[locale]} (${places})`) } }}
        />
      ) : null}
    </Box>
  );
}

function FlipPlaces({ group }: { readonly group: FlipGroup }): ReactElement {
  const words = useWords().cases;
  const locale = useStaffLocale();
  const [first] = group.rows;
  const others = Math.max(...group.rows.map((row) => row.cases)) - 1;
  return (
    <Box sx={{ minWidth: 0 }}>
      {group.rows.map((row) => (
        <Typography key={row.id} variant="body2" sx={{ fontWeight: first.flips ? 600 : 400 }}>
          {row.at[locale]}
        </Typography>
      ))}
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <span lang="en">{first.caseName}</span>
        {others > 0 ? `, ${words.others(others)}` : ''}
      </Typography>
    </Box>
  );
}

function FlipEnd({ group }: { readonly group: FlipGroup }): ReactElement {
  const words = useWords().cases;
  const [first] = group.rows;
  if (!first.flips) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.noFlip}
      </Typography>
    );
  }
  return (
    <Box>
      <span aria-hidden="true">→ </span>
      <OutcomeWords outcome={first.draft} quiet={false} />
      {first.live?.words.en === first.draft.words.en ? (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {words.otherReason}
        </Typography>
      ) : null}
    </Box>
  );
}

function FlipSeen({ group }: { readonly group: FlipGroup }): ReactElement {
  const words = useWords().cases;
  const [{ flips, acknowledged }] = group.rows;
  const open = flips && acknowledged === null;
  return (
    <Typography variant="caption" sx={{ color: open ? 'tone.assumed.fg' : 'text.secondary' }}>
      {acknowledged === null ? null : (
        <>
          {acknowledged.by.name}, <Instant at={acknowledged.at} />
        </>
      )}
      {open ? words.open : null}
    </Typography>
  );
}
