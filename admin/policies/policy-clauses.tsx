import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactElement } from 'react';
import type { ClauseRow, PolicyView } from '../../server/contract/http/policy-view.ts';
import { SENTENCES } from '../../server/contract/sentences.ts';
import { useRead } from '../api/use-read.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Panel } from '../common/panel.tsx';
import { Id } from '../common/refs.tsx';
import { TextLink } from './text-link.tsx';
import { StateView } from '../common/state-view.tsx';
import { useStaffLocale, useWords } from './use-words.ts';

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
          <Panel title={words.title(policy.name)} flush>
            <Table size="small" aria-label={words.title(policy.name)}>
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
          </Panel>
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
      <TableCell component="th" scope="row" sx={{ verticalAlign: 'top' }}>
        <Id value={row.id} keep={20} />
      </TableCell>
      <TableCell lang="en" sx={{ verticalAlign: 'top', minWidth: 200 }}>
        {row.paraphrase}
      </TableCell>
      <TableCell sx={{ verticalAlign: 'top', minWidth: 180 }}>
        <Box component="span" sx={{ fontWeight: 600, color: how === 'not_yet' ? 'tone.unset.fg' : 'text.primary' }}>
          {words[how]}
        </Box>
        {where.length === 0 ? null : `: ${where.join(', ')}`}
      </TableCell>
    </TableRow>
  );
}
