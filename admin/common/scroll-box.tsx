import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface ScrollBoxProps {
  /** Id of what names it, or the name itself. */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Scrolls sideways inside itself, never the page; can be reached by keys while there is something to scroll. */
export function ScrollBox({ labelledBy, label, children }: ScrollBoxProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = (): void => setOver(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return (
    <Box
      ref={box}
      sx={{ overflowX: 'auto', minWidth: 0, position: 'relative' }}
      {...(over ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy, 'aria-label': label } : {})}
    >
      {children}
    </Box>
  );
}
