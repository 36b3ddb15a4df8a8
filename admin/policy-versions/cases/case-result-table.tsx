import CheckIcon from '@mui/icons-material/Check';
import Close from '@mui/icons-material/Close';
import PriorityHigh from '@mui/icons-material/PriorityHigh';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import type { CaseRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { OutcomeWords } from './outcome-words.tsx';

export interface CaseResultTableProps {
  readonly rows: readonly CaseRowView[];
  /** What can be done with a case; absent: it is only read. */
  readonly acts?: (row: CaseRowView) => ReactNode;
}

const COLUMNS = '110px minmax(0,1.4fr) minmax(0,1fr) minmax(0,1fr) minmax(0,1fr)';

const ROW = {
  display: 'grid',
  columnGap: 2,
  rowGap: 0.5,
  py: 1,
  px: { md: 1 },
  borderTop: 1,
  borderColor: 'divider',
  gridTemplateColumns: { xs: 'minmax(0,1fr)', md: COLUMNS },
} as const;

const ICONS = { pass: CheckIcon, accepted: CheckIcon, changed: PriorityHigh, failed: Close } as const;

/** Golden and owner-written cases: what is expected, and what live and the draft make of them. */
export function CaseResultTable({ rows, acts }: CaseResultTableProps): ReactElement {
  const words = useWords().cases;
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', py: 1 }}>
        {words.none}
      </Typography>
    );
  return (
    <>
      <Box
        aria-hidden="true"
        sx={{
          display: { xs: 'none', md: 'grid' },
          columnGap: 2,
          gridTemplateColumns: COLUMNS,
          py: 0.75,
          px: 1,
          bgcolor: 'raised',
          fontSize: '0.8125rem',
          fontWeight: 600,
        }}
      >
        <span />
        <span>{words.heading}</span>
        <span>{words.expected}</span>
        <span>{words.live}</span>
        <span>{words.draft}</span>
      </Box>
      <Box component="ul" aria-label={words.title(rows.length)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => (
          <CaseItem key={`${row.origin}/${row.name}`} row={row} acts={acts?.(row)} />
        ))}
      </Box>
    </>
  );
}

function CaseItem({ row, acts }: { readonly row: CaseRowView; readonly acts: ReactNode }): ReactElement {
  const words = useWords().cases;
  const locale = useStaffLocale();
  const Icon = ICONS[row.result];
  const settled = row.result === 'pass' || row.result === 'accepted';
  const label = { pass: words.pass, accepted: words.accepted, changed: words.change, failed: words.fail }[row.result];
  return (
    <Box component="li" sx={ROW}>
      <Typography
        variant="body2"
        component="div"
        sx={{
          display: 'flex',
          gap: 0.5,
          alignItems: 'center',
          alignSelf: 'start',
          fontWeight: settled ? 400 : 600,
          color: settled ? 'text.primary' : 'tone.assumed.fg',
        }}
      >
        <Icon fontSize="small" aria-hidden="true" />
        {label}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }} lang="en">
          {row.name}
        </Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {row.origin === 'golden' ? words.golden : words.yours}
        </Typography>
        {row.acceptance === null ? null : (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {words.because(row.acceptance.reason)} ({row.acceptance.by.name})
          </Typography>
        )}
        {settled || row.differences.length === 0 ? null : (
          <Box component="details" sx={{ fontSize: '0.8125rem', my: 0.5 }}>
            <summary>{words.details}</summary>
            {row.differences.map((one) => (
              <Typography key={one} variant="caption" component="div" lang="en" sx={{ overflowWrap: 'anywhere' }}>
                {one}
              </Typography>
            ))}
          </Box>
        )}
        {acts}
      </Box>
      <Cell label={words.expected}>
        <Typography variant="body2">{row.expected[locale]}</Typography>
      </Cell>
      <Cell label={words.live}>
        <OutcomeWords outcome={row.live} quiet={settled} />
      </Cell>
      <Cell label={words.draft}>
        <OutcomeWords outcome={row.draft} quiet={settled} />
      </Cell>
    </Box>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        variant="caption"
        component="div"
        sx={{
          color: 'text.secondary',
          position: { md: 'absolute' },
          width: { md: '1px' },
          height: { md: '1px' },
          overflow: { md: 'hidden' },
          clip: { md: 'rect(0 0 0 0)' },
        }}
      >
        {label}
      </Typography>
      {children}
    </Box>
  );
}
