import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { visuallyHidden } from '@mui/utils';
import type { ReactElement } from 'react';
import type { ClauseRow, PolicyView } from '../../server/contract/http/policy-view.ts';
import { SENTENCES } from '../../server/contract/sentences.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Id } from '../common/refs.tsx';
import { TextLink } from './text-link.tsx';
import { StateView } from '../common/state-view.tsx';
import { useStaffLocale, useWords } from './use-words.ts';

/** On a phone the cells of a row stand beneath each other; the head is left to those who hear it. */
const STACKED = {
  '@media (max-width:599.95px)': {
    '& thead': visuallyHidden,
    '& tbody tr': { display: 'block', py: 1, borderTop: 1, borderColor: 'divider' },
    '& tbody th, & tbody td': { display: 'block', border: 0, py: 0.25 },
  },
} as const;

/** Every statement of the published text and what carries it out. */
export function PolicyClauses({ policy }: { readonly policy: PolicyView }): ReactElement {
  const { clauses: words } = useWords();
  const result = useRead<readonly ClauseRow[]>(`/api/policies/${policy.id}/clauses`);
  return (
    <>
      <PageHeading title={words.title(policy.name)}>
        <TextLink to={`/policies/${policy.id}/show`}>{words.back}</TextLink>
      </PageHeading>
      <StateView result={result} rows={10}>
        {(rows) => (
          <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
            <Table size="small" aria-label={words.title(policy.name)} sx={STACKED}>
              <TableHead>
                <TableRow>
                  <TableCell>{words.id}</TableCell>
                  <TableCell>{words.says}</TableCell>
                  <TableCell>{words.carriedBy}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <Clause key={row.id} row={row} />
                ))}
              </TableBody>
            </Table>
          </Paper>
        )}
      </StateView>
    </>
  );
}

function Clause({ row }: { readonly row: ClauseRow }): ReactElement {
  const locale = useStaffLocale();
  const { clauses: words } = useWords();
  const how = row.carriedBy ?? 'not_yet';
  const where = how === 'rule' ? row.where.map((name) => SENTENCES.ruleName(name)[locale]) : row.where;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
        <Id value={row.id} keep={20} />
      </TableCell>
      <TableCell lang="en" sx={{ verticalAlign: 'top', minWidth: { sm: 200 } }}>
        {row.paraphrase}
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', minWidth: { sm: 180 } }}>
        <Box component="span" sx={{ fontWeight: 600, color: how === 'not_yet' ? 'tone.unset.fg' : 'text.primary' }}>
          {words[how]}
        </Box>
        {where.length === 0 ? null : locale === 'zh' ? `：${where.join('、')}` : `: ${where.join(', ')}`}
      </TableCell>
    </TableRow>
  );
}
