import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type { CaseRowView } from '../../../server/contract/http/policy-gate-view.ts';
import { useWords } from '../../policies/use-words.ts';
import { CaseResultTable } from './case-result-table.tsx';

/** The cases that do not simply pass, and the others folded away: what an approver looks at first. */
export function CaseResults({ rows }: { readonly rows: readonly CaseRowView[] }): ReactElement {
  const words = useWords().cases;
  const passing = rows.filter((row) => row.result === 'pass' && row.origin === 'golden');
  const others = rows.filter((row) => !passing.includes(row));
  return (
    <>
      {others.length === 0 ? null : <CaseResultTable rows={others} />}
      {passing.length === 0 ? null : (
        <Box component="details" sx={{ mt: 1, fontSize: '0.875rem' }}>
          <summary>{words.passing(passing.length)}</summary>
          <CaseResultTable rows={passing} />
        </Box>
      )}
    </>
  );
}
