import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type { OutcomeView } from '../../../server/contract/http/policy-gate-view.ts';
import { MONO } from '../../theme/create-theme-options.ts';
import { useStaffLocale } from '../../policies/use-words.ts';

/** An outcome in words, in the colour of its disposition where it matters, with the code of its reason beneath. */
export function OutcomeWords({
  outcome,
  quiet,
}: {
  readonly outcome: OutcomeView | null;
  readonly quiet: boolean;
}): ReactElement {
  const locale = useStaffLocale();
  if (outcome === null) return <span>–</span>;
  return (
    <Box
      component="span"
      sx={{
        fontSize: '0.875rem',
        overflowWrap: 'anywhere',
        color: quiet ? 'text.secondary' : `tone.${outcome.disposition}.fg`,
      }}
    >
      {outcome.words[locale]}
      <Box
        component="span"
        sx={{ display: 'block', fontFamily: MONO, fontSize: '0.75rem', color: 'text.secondary', fontWeight: 400 }}
      >
        {outcome.reasonCode}
      </Box>
    </Box>
  );
}
