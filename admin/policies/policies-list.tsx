import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactElement } from 'react';
import type { PolicyRow } from '../../server/contract/http/policy-view.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { FactsList } from '../common/facts-list.tsx';
import { TextLink } from './text-link.tsx';
import { StateView } from '../common/state-view.tsx';
import { Instant } from '../common/values.tsx';
import { useWords } from './use-words.ts';

/** `/policies`: one row per program, and apart and first the statutory floor. */
export function PoliciesList(): ReactElement {
  const words = useWords().list;
  const result = useRead<readonly PolicyRow[]>('/api/policies');
  return (
    <>
      <PageHeading title={words.title}>{words.intro}</PageHeading>
      <StateView result={result} rows={8}>
        {(rows) => (
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0,1fr)' }}>
            {rows.some((row) => row.isFloor) ? (
              <Panel title={words.floor} flush>
                <PolicyTable rows={rows.filter((row) => row.isFloor)} label={words.floor} />
              </Panel>
            ) : null}
            <Panel title={words.programs} flush>
              <PolicyTable rows={rows.filter((row) => !row.isFloor)} label={words.programs} />
            </Panel>
          </Box>
        )}
      </StateView>
    </>
  );
}

interface PolicyTableProps {
  readonly rows: readonly PolicyRow[];
  readonly label: string;
}

function PolicyTable({ rows, label }: PolicyTableProps): ReactElement {
  const { list: words, page } = useWords();
  const phone = useMediaQuery('(max-width:700px)', { noSsr: true });
  if (phone) return <PolicyCards rows={rows} />;
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table
        size="small"
        aria-label={label}
        sx={{
          tableLayout: { lg: 'fixed' },
          '& thead th:nth-of-type(1)': { width: { lg: '20%' } },
          '& thead th:nth-of-type(2), & thead th:nth-of-type(3)': { width: { lg: '23%' } },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{words.program}</TableCell>
            <TableCell>{words.deciding}</TableCell>
            <TableCell>{words.next}</TableCell>
            <TableCell align="right">{words.waiting}</TableCell>
            <TableCell align="right">{words.drafts}</TableCell>
            <TableCell align="right">{words.unset}</TableCell>
            <TableCell align="right">{words.assumed}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover>
              <TableCell component="th" scope="row">
                <TextLink to={`/policies/${row.id}/show`}>
                  {row.isFloor ? page.floorTitle(row.name) : row.name}
                </TextLink>
              </TableCell>
              <TableCell>
                <Deciding row={row} />
              </TableCell>
              <TableCell>
                <Next row={row} />
              </TableCell>
              <TableCell align="right" className="num">
                {row.waiting}
              </TableCell>
              <TableCell align="right" className="num">
                {row.drafts}
              </TableCell>
              <TableCell align="right" className="num">
                <Unset row={row} />
              </TableCell>
              <TableCell align="right" className="num">
                {row.assumed}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function PolicyCards({ rows }: { readonly rows: readonly PolicyRow[] }): ReactElement {
  const { list: words, page } = useWords();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows.map((row) => (
        <Paper key={row.id} component="li" square elevation={0} sx={{ borderTop: 1, borderColor: 'divider', p: 2 }}>
          <Typography variant="h3" component="p" sx={{ mb: 0.5 }}>
            <TextLink to={`/policies/${row.id}/show`}>{row.isFloor ? page.floorTitle(row.name) : row.name}</TextLink>
          </Typography>
          <FactsList
            rows={[
              [words.deciding, <Deciding key="live" row={row} />],
              [words.next, <Next key="next" row={row} />],
              [words.waiting, row.waiting],
              [words.drafts, row.drafts],
              [words.unset, <Unset key="unset" row={row} />],
              [words.assumed, row.assumed],
            ]}
          />
        </Paper>
      ))}
    </Box>
  );
}

function Deciding({ row: { live } }: { readonly row: PolicyRow }): ReactElement {
  const words = useWords().list;
  return live === null ? (
    <span>{words.none}</span>
  ) : (
    <>
      <TextLink to={`/policy-versions/${live.id}/show`}>v{live.number}</TextLink> · <Instant at={live.since} />
    </>
  );
}

function Next({ row: { scheduled } }: { readonly row: PolicyRow }): ReactElement {
  const words = useWords().list;
  return scheduled === null ? (
    <span>{words.none}</span>
  ) : (
    <>
      <TextLink to={`/policy-versions/${scheduled.id}/show`}>v{scheduled.number}</TextLink> ·{' '}
      <Instant at={scheduled.at} />
    </>
  );
}

function Unset({ row: { unset } }: { readonly row: PolicyRow }): ReactElement {
  return (
    <Box
      component="span"
      title={unset.join(', ')}
      sx={unset.length > 0 ? { color: 'tone.unset.fg', fontWeight: 600 } : {}}
    >
      {unset.length}
    </Box>
  );
}
