import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';
import type { JsonProblem } from '../model/read-json.ts';
import { useJsonView } from './use-json-view.ts';

export interface JsonEditorProps {
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly text: string;
  readonly problems: readonly JsonProblem[];
  readonly readOnly?: boolean;
  readonly onChange: (text: string) => void;
}

/** JSON as text, its problems marked where they are and listed below. Tab leaves it, as any other field. */
export function JsonEditor({ label, text, problems, readOnly = false, onChange }: JsonEditorProps): ReactElement {
  const { rules: words } = useWords();
  const { host, goTo } = useJsonView({ label, text, problems, readOnly, onChange });
  const lineOf = (from: number): number => text.slice(0, from).split('\n').length;
  return (
    <Box>
      <Box
        ref={host}
        sx={{
          border: 1,
          borderColor: problems.length > 0 ? 'error.main' : 'outline',
          borderRadius: 1,
          overflow: 'hidden',
        }}
      />
      <Box role="status" aria-live="polite" lang="en">
        {problems.map((problem) => (
          <Typography key={`${problem.from} ${problem.message}`} variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
            <Link component="button" color="inherit" underline="always" onClick={() => goTo(problem.from)}>
              {words.jsonAt(lineOf(problem.from), problem.message)}
            </Link>
          </Typography>
        ))}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {words.jsonHelp}
      </Typography>
    </Box>
  );
}
