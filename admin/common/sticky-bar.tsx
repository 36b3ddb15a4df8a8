import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';

/** A bar that stays at the lower edge, in reach of the thumb. It has to be the last child of its page. */
export function StickyBar({ children, label }: { readonly children: ReactNode; readonly label: string }): ReactElement {
  return (
    <Box
      role="region"
      aria-label={label}
      data-sticky-bar
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 5,
        mx: { xs: -2, sm: -3 },
        mb: { xs: -2, sm: -3 },
        mt: 'auto',
        px: { xs: 2, sm: 3 },
        pt: 1,
        pb: 'calc(8px + env(safe-area-inset-bottom))',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
        '& .MuiButton-root': { minHeight: { xs: 44, sm: 36 } },
      }}
    >
      {children}
    </Box>
  );
}
