import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'react-router-dom';

let shownBefore: string | null = null;
/** Whether the heading of that page was given the focus. */
let tookFocus = false;

export interface PageHeadingProps {
  readonly title: string;
  readonly chip?: ReactNode;
  /** At the right; at most one of them filled. */
  readonly actions?: ReactNode;
  /** A line under the heading. */
  readonly children?: ReactNode;
  /** What counts as one page: focus goes to the heading when it changes. Tabs of one page share it. */
  readonly pageKey?: string;
}

/** The h1 of a screen. Names the document, and takes the focus after a change of route, so that a screen reader says where one is. */
export function PageHeading({ title, chip, actions, children, pageKey }: PageHeadingProps): ReactElement {
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const key = pageKey ?? pathname;
  useEffect(() => {
    // Not on the first page: there the browser’s own start is the right one.
    const another = shownBefore !== null && shownBefore !== key;
    // The heading that stands while a page is read goes when it has come, and must not take the focus with it.
    const lost = shownBefore === key && tookFocus && document.activeElement === document.body;
    if (another || lost) heading.current?.focus({ preventScroll: true });
    if (shownBefore !== key) tookFocus = another;
    shownBefore = key;
  }, [key]);
  return (
    <Box sx={{ mb: 2 }}>
      <title>{`${title} · Redress`}</title>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, minHeight: 40 }}>
        <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {title}
        </Typography>
        {chip}
        {actions === undefined ? null : (
          <Box sx={{ ml: 'auto', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>{actions}</Box>
        )}
      </Box>
      {children === undefined ? null : (
        <Box sx={{ mt: 0.5, color: 'text.secondary', '& a': { textDecoration: 'underline' } }}>{children}</Box>
      )}
    </Box>
  );
}
