import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { Fragment, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PolicyView } from '../../server/contract/http/policy-view.ts';
import { Panel } from '../common/panel.tsx';
import { ActorRef } from '../common/refs.tsx';
import { TextLink } from './text-link.tsx';
import { Instant } from '../common/values.tsx';
import { VersionStatusChip } from '../common/version-status-chip.tsx';
import { nameVersion, sequenceOf } from './name-version.ts';
import { useStaffLocale, useWords } from './use-words.ts';

type TimelineRow = PolicyView['timeline'][number];

/** Every version and draft that ever was, newest first; two numbered ones can be ticked and compared. */
export function PolicyTimeline({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { page: words, acts } = useWords();
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const toggle = (number: number): void =>
    setTicked(ticked.includes(number) ? ticked.filter((one) => one !== number) : [...ticked, number].slice(-2));
  const compare = (): void => {
    const [from, to] = ticked.toSorted((a, b) => a - b);
    void navigate(`/policies/${policy.id}/show/compare?from=${from}&to=${to}`);
  };
  return (
    <Panel
      title={words.timeline}
      actions={
        ticked.length === 2 ? (
          <Button variant="outlined" onClick={compare}>
            {words.compareTicked}
          </Button>
        ) : (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {policy.timeline.some(({ number }) => number !== null) ? `${acts.compare}: ${words.tickTwo}` : ''}
          </Typography>
        )
      }
    >
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {policy.timeline.map((row) => (
          <TimelineItem
            key={row.id}
            row={row}
            ticked={row.number !== null && ticked.includes(row.number)}
            onTick={toggle}
          />
        ))}
      </Box>
    </Panel>
  );
}

const GONE = ['rejected', 'withdrawn', 'discarded'];

function TimelineItem({
  row,
  ticked,
  onTick,
}: {
  readonly row: TimelineRow;
  readonly ticked: boolean;
  readonly onTick: (number: number) => void;
}): ReactElement {
  const catalogue = useWords();
  const { page: words } = catalogue;
  const locale = useStaffLocale();
  const name = nameVersion({ number: row.number, sequence: Number(sequenceOf(row.id)) }, catalogue);
  const { number } = row;
  const editable = row.status === 'draft' || row.status === 'rejected';
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        color: GONE.includes(row.status) ? 'text.secondary' : 'text.primary',
      }}
    >
      <Box sx={{ width: 34, flexShrink: 0 }}>
        {number === null ? null : (
          <Checkbox
            size="small"
            checked={ticked}
            onChange={() => onTick(number)}
            slotProps={{ input: { 'aria-label': words.tick(name) } }}
            sx={{ p: 0.5 }}
          />
        )}
      </Box>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
          <TextLink to={`/policy-versions/${row.id}${editable ? '' : '/show'}`}>{name}</TextLink>
          <VersionStatusChip value={row.status} size="small" />
          {row.emergency ? (
            <Typography variant="caption" sx={{ color: 'tone.unset.fg', fontWeight: 600 }}>
              {words.emergency}
            </Typography>
          ) : null}
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <Instant at={row.at} />
            <People row={row} />
          </Typography>
        </Box>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {row.summary[locale]}
        </Typography>
        {row.reason === null ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {row.status === 'rejected' ? words.rejectedBecause(row.reason) : `“${row.reason}”`}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** Who wrote it, and who approved it. */
function People({ row: { author, approver } }: { readonly row: TimelineRow }): ReactElement {
  const people = [author, approver].filter((one) => one !== null);
  return (
    <>
      {people.map((one, index) => (
        <Fragment key={`${index}/${one.id}`}>
          {index === 0 ? ' · ' : ' / '}
          <ActorRef actor={one.id} name={one.id.startsWith('system/') ? null : one.name} />
        </Fragment>
      ))}
    </>
  );
}
