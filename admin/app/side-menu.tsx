import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { useTranslate } from 'react-admin';
import { useMay } from '../api/may.ts';
import { APP_BAR_PX, MENU_PX } from '../theme/create-theme-options.ts';
import { selectMenu } from './menu-entries.ts';
import type { MenuEntry } from './menu-entries.ts';

/** Under this width the menu is a drawer over the page. */
export const WIDE = '(min-width:900px)';

export interface SideMenuProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Where one can go: beside the page, narrow or wide, or as a drawer on small screens. */
export function SideMenu({ open, onClose }: SideMenuProps): ReactElement {
  const t = useTranslate();
  const wide = useMediaQuery(WIDE, { noSsr: true });
  if (!wide) {
    return (
      <Drawer
        open={open}
        onClose={onClose}
        slotProps={{ paper: { sx: { width: MENU_PX.open }, 'aria-label': t('frame.menu') } }}
      >
        <MenuList open onGo={onClose} />
      </Drawer>
    );
  }
  return (
    <Box
      sx={{
        width: open ? MENU_PX.open : MENU_PX.closed,
        flexShrink: 0,
        position: 'sticky',
        top: APP_BAR_PX,
        alignSelf: 'flex-start',
        height: `calc(100vh - ${APP_BAR_PX}px)`,
        overflowY: 'auto',
        overflowX: 'hidden',
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <MenuList open={open} />
    </Box>
  );
}

const GROUPS = [
  ['main', null],
  ['operations', 'menu.operations'],
  ['settings', 'menu.settings'],
] as const;

function MenuList({ open, onGo }: { readonly open: boolean; readonly onGo?: () => void }): ReactElement {
  const t = useTranslate();
  const entries = selectMenu(useMay());
  return (
    <Box component="nav" aria-label={t('frame.main')} onClick={onGo} sx={{ py: 1 }}>
      {GROUPS.map(([group, title]) => {
        const shown = entries.filter((entry) => entry.group === group);
        if (shown.length === 0) return null;
        return (
          <List
            key={group}
            dense
            disablePadding
            aria-label={title === null ? t('frame.main') : t(title)}
            sx={{ mb: 1 }}
          >
            {title !== null && open ? (
              <Typography component="li" variant="caption" sx={{ px: 2, py: 0.5, color: 'text.secondary' }}>
                {t(title)}
              </Typography>
            ) : null}
            {shown.map((entry) => (
              <MenuItem key={entry.path} entry={entry} open={open} />
            ))}
          </List>
        );
      })}
    </Box>
  );
}

function MenuItem({
  entry: { path, label, icon: Icon },
  open,
}: {
  readonly entry: MenuEntry;
  readonly open: boolean;
}): ReactElement {
  const t = useTranslate();
  return (
    <li>
      <Tooltip title={open ? '' : t(label)} placement="right">
        <ListItemButton
          component={NavLink}
          to={path}
          end={path === '/'}
          aria-label={t(label)}
          sx={{
            minHeight: { xs: 44, md: 36 },
            px: 2,
            '&.active': {
              bgcolor: 'raised',
              color: 'primary.main',
              boxShadow: 'inset 3px 0 0 currentColor',
              '& .MuiListItemIcon-root': { color: 'inherit' },
              '& .MuiListItemText-primary': { fontWeight: 600 },
            },
          }}
        >
          <ListItemIcon sx={{ minWidth: open ? 36 : 24 }}>
            <Icon fontSize="small" />
          </ListItemIcon>
          {open ? <ListItemText primary={t(label)} /> : null}
        </ListItemButton>
      </Tooltip>
    </li>
  );
}
