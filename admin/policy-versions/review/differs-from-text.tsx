import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import type { DiffItemView } from '../../../server/contract/http/policy-change-view.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';

/** The changed values of which the published text says something else. */
export function DiffersFromText({ items }: { readonly items: readonly DiffItemView[] }): ReactElement {
  const { review: words } = useWords();
  const locale = useStaffLocale();
  const differing = items.filter((item) => item.differsFromText);
  if (differing.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.differsNone}
      </Typography>
    );
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {differing.map((item) => (
        <Typography key={`${item.kind}/${item.name}`} component="li" variant="body2">
          {item.sentence[locale]}
          {item.clause === null ? '' : ` (${item.clause})`}
        </Typography>
      ))}
    </Box>
  );
}
