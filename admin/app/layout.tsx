import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Suspense, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { useStore, useTranslate } from 'react-admin';
import { useSession } from '../api/may.ts';
import { PageHeading } from '../common/page-heading.tsx';
import { Waiting } from '../common/state-view.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ServiceBand } from './service-band.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { ShortcutKeys } from './shortcut-keys.tsx';
import { SideMenu, WIDE } from './side-menu.tsx';
import { SyncProfile } from './sync-profile.tsx';
import { TopBar } from './top-bar.tsx';

/** Height of the app bar, px. */
const BAR = 48;

/** A page that ends in a bar is as high as the window at least: the bar is at its lower edge, however short the page. */
const PAGE = {
  p: { xs: 2, sm: 3 },
  minWidth: 0,
  '&:has(> [data-sticky-bar])': {
    display: 'flex',
    flexDirection: 'column',
    minHeight: `calc(100vh - ${BAR}px)`,
    '& > *': { minWidth: 0 },
    '& > :nth-last-child(2)': { mb: 3 },
  },
} as const;

/** The frame of every screen: app bar, menu, page. Nothing in it is ever wider than the window. */
export function AppLayout({ children }: { readonly children?: ReactNode }): ReactElement {
  const t = useTranslate();
  const { pathname } = useLocation();
  const wide = useMediaQuery(WIDE, { noSsr: true });
  const [pinned, setPinned] = useStore('menu.open', true);
  const [drawer, setDrawer] = useState(false);
  // The server refuses everything else until a password given by somebody else is replaced.
  const held = useSession()?.user.mustChangePassword === true && pathname !== '/profile';
  const toggle = (): void => (wide ? setPinned(!pinned) : setDrawer(!drawer));
  return (
    <Box sx={{ minHeight: '100vh', minWidth: 0, bgcolor: 'background.default', color: 'text.primary' }}>
      <SkipLink>{t('ra.navigation.skip_nav')}</SkipLink>
      <TopBar menuOpen={wide ? pinned : drawer} onMenu={toggle} />
      <Box sx={{ display: 'flex', minWidth: 0 }}>
        <SideMenu open={wide ? pinned : drawer} onClose={() => setDrawer(false)} />
        <Box component="main" id="main-content" tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none' }}>
          <ServiceBand />
          <Box sx={PAGE}>
            <ErrorBoundary resetKey={pathname} fallback={(error) => <Crashed error={error} />}>
              <Suspense fallback={<Waiting rows={6} />}>
                {held ? <Navigate to="/profile" replace /> : children}
              </Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
      <SessionDialog />
      <ShortcutKeys />
      <SyncProfile />
    </Box>
  );
}

function SkipLink({ children }: { readonly children: ReactNode }): ReactElement {
  const jump = (): void => document.querySelector<HTMLElement>('#main-content')?.focus();
  return (
    <Button
      onClick={jump}
      variant="contained"
      sx={{ position: 'fixed', left: 8, top: -60, zIndex: 2000, '&:focus': { top: 8 } }}
    >
      {children}
    </Button>
  );
}

function Crashed({ error }: { readonly error: Error }): ReactElement {
  const t = useTranslate();
  return (
    <>
      <PageHeading title={t('frame.crashed')} />
      <Alert
        severity="error"
        variant="outlined"
        action={<Button onClick={() => location.reload()}>{t('frame.reload')}</Button>}
      >
        <AlertTitle>{error.message}</AlertTitle>
        {t('frame.crashedDetail')}
      </Alert>
    </>
  );
}
