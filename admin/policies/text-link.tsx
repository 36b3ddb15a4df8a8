import MuiLink from '@mui/material/Link';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** A link inside a line of text: underlined, since its colour alone does not set it off from the words around it. */
export function TextLink({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactElement {
  return (
    <MuiLink component={Link} to={to} underline="always" sx={{ textUnderlineOffset: 3 }}>
      {children}
    </MuiLink>
  );
}
