import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { FlipRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { useWords } from '../../policies/use-words.ts';
import { FlipItem } from './flip-item.tsx';
import type { FlipSelection } from './flip-item.tsx';
import { groupFlips } from './group-flips.ts';
import type { FlipGroup } from './group-flips.ts';

export interface FlipTableProps {
  readonly rows: readonly FlipRowView[];
  /** Ids that are ticked, and what ticks some; null: nothing can be ticked here. */
  readonly selected: FlipSelection | null;
}

/** Boundary cases of changed values: where they lie, the outcome by live and by the draft, and who looked at a flip. */
export function FlipTable({ rows, selected }: FlipTableProps): ReactElement {
  const words = useWords().cases;
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.flipsEmpty}
      </Typography>
    );
  const flipping = groupFlips(rows.filter((row) => row.flips));
  const still = rows.filter((row) => !row.flips);
  return (
    <>
      {flipping.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.flipsEmpty}
        </Typography>
      ) : (
        <FlipList groups={flipping} selected={selected} />
      )}
      {still.length === 0 ? null : (
        <Box component="details" sx={{ mt: 1, fontSize: '0.875rem' }}>
          <summary>{words.noFlips(still.length)}</summary>
          <FlipList groups={groupFlips(still)} selected={null} />
        </Box>
      )}
    </>
  );
}

function FlipList({
  groups,
  selected,
}: {
  readonly groups: readonly FlipGroup[];
  readonly selected: FlipSelection | null;
}): ReactElement {
  const words = useWords().cases;
  return (
    <Box component="ul" aria-label={words.flips} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {groups.map((group) => (
        <FlipItem key={group.key} group={group} selected={selected} />
      ))}
    </Box>
  );
}
