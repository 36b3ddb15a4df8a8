import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useWords } from '../../policies/use-words.ts';

/** Says of a version that changes nothing but its cases what that is for. */
export function CasesAlone({ items }: { readonly items: readonly { readonly kind: string }[] }): ReactElement | null {
  const words = useWords().review;
  if (items.length === 0 || items.some(({ kind }) => kind !== 'case')) return null;
  return (
    <Typography variant="body2" sx={{ mb: 1 }}>
      {words.casesAlone}
    </Typography>
  );
}
