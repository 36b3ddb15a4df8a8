import Box from '@mui/material/Box';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Scrolls sideways inside itself, never the page; can be reached by keys while there is something to scroll. */
export function ScrollBox({ labelledBy, children }: { readonly labelledBy: string; readonly children: ReactNode }): ReactElement {
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
    <Box ref={box} sx={{ overflowX: 'auto', minWidth: 0 }} {...(over ? { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy } : {})}>
      {children}
    </Box>
  );
}
