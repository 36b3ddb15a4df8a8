import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { GateView } from '../../../server/contract/http/policy-gate-view.ts';
import { useWords } from '../../policies/use-words.ts';
import { MONO } from '../../theme/create-theme-options.ts';

/** What the lint refuses and where the engines disagree, if anything. */
export function GateDetails({ gate }: { readonly gate: GateView }): ReactElement {
  const { editor: words } = useWords();
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography variant="body2">
        {gate.lint.length === 0 ? words.lintClean : words.lintFindings(gate.lint.length)} ·{' '}
        {gate.engines.disagreements.length === 0
          ? words.enginesAgree
          : words.enginesDiffer(gate.engines.disagreements.length)}
      </Typography>
      {gate.lint.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }} lang="en">
          {gate.lint.map((one) => (
            <Typography key={`${one.path} ${one.code}`} component="li" variant="body2">
              <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.8125rem' }}>
                {one.path}
              </Box>{' '}
              {one.message}
            </Typography>
          ))}
        </Box>
      )}
      {gate.engines.disagreements.map((one) => (
        <Typography key={one.caseName} variant="body2" lang="en">
          {one.caseName}: {one.words}
        </Typography>
      ))}
    </Box>
  );
}
