import MenuIcon from '@mui/icons-material/Menu';
import MenuOpen from '@mui/icons-material/MenuOpen';
import Search from '@mui/icons-material/Search';
import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import MuiLink from '@mui/material/Link';
import Toolbar from '@mui/material/Toolbar';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useIsFetching } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { APP_BAR_PX } from '../theme/create-theme-options.ts';
import { onPaletteAsked } from './palette-asked.ts';
import { paletteKeys } from './platform-keys.ts';
import { ThemeMenu } from './theme-menu.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { UserMenu } from './user-menu.tsx';
import { WaitingBadge } from './waiting-badge.tsx';
import { ZoneMenu } from './zone-menu.tsx';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));

export interface TopBarProps {
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
}

/** The bar over every screen: wordmark, search, what waits, zone, language, theme, user. */
export function TopBar({ menuOpen, onMenu }: TopBarProps): ReactElement {
  const t = useTranslate();
  const roomy = useMediaQuery('(min-width:720px)', { noSsr: true });
  const fetching = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== 'readyz' }) > 0;
  const [palette, setPalette] = useState(false);
  useEffect(() => onPaletteAsked(() => setPalette(true)), []);
  return (
    <AppBar
      position="sticky"
      color="inherit"
      elevation={0}
      sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Toolbar
        variant="dense"
        sx={{ minHeight: APP_BAR_PX, height: APP_BAR_PX, gap: { xs: 0.5, sm: 1 }, px: { xs: 1, sm: 2 } }}
        disableGutters
      >
        <IconButton
          onClick={onMenu}
          aria-label={t(menuOpen ? 'frame.closeMenu' : 'frame.openMenu')}
          aria-expanded={menuOpen}
          size="small"
          sx={{ width: 40, height: 40 }}
        >
          {menuOpen ? <MenuOpen /> : <MenuIcon />}
        </IconButton>
        <MuiLink
          component={Link}
          to="/"
          underline="none"
          sx={{ fontWeight: 700, fontSize: '1.0625rem', color: 'text.primary', mr: 1 }}
        >
          Redress
        </MuiLink>
        {roomy ? (
          <SearchField onOpen={() => setPalette(true)} />
        ) : (
          <IconButton
            onClick={() => setPalette(true)}
            aria-label={t('frame.search')}
            sx={{ ml: 'auto', width: 44, height: 44 }}
          >
            <Search />
          </IconButton>
        )}
        <Box sx={{ ml: roomy ? 'auto' : 0, display: 'flex', alignItems: 'center', gap: { xs: 0, sm: 0.5 } }}>
          <WaitingBadge />
          {roomy ? (
            <>
              <ZoneMenu />
              <LanguageMenu />
              <ThemeMenu />
            </>
          ) : null}
          <UserMenu compact={!roomy} />
        </Box>
      </Toolbar>
      {fetching ? (
        <LinearProgress aria-hidden sx={{ height: 2, position: 'absolute', left: 0, right: 0, bottom: -1 }} />
      ) : null}
      {palette ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      ) : null}
    </AppBar>
  );
}

function SearchField({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const t = useTranslate();
  return (
    <ButtonBase
      onClick={onOpen}
      aria-haspopup="dialog"
      sx={{
        display: 'flex',
        gap: 1,
        width: 280,
        height: 32,
        px: 1.25,
        border: 1,
        borderColor: 'outline',
        borderRadius: 1.5,
        color: 'text.secondary',
        justifyContent: 'flex-start',
        fontFamily: 'inherit',
        fontSize: '0.875rem',
      }}
    >
      <Search fontSize="small" />
      {t('frame.search')}
      <Box component="kbd" sx={{ ml: 'auto', fontFamily: 'inherit', fontSize: '0.75rem' }}>
        {paletteKeys()}
      </Box>
    </ButtonBase>
  );
}
