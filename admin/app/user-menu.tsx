import AccountCircle from '@mui/icons-material/AccountCircle';
import Keyboard from '@mui/icons-material/Keyboard';
import Logout from '@mui/icons-material/Logout';
import ManageAccounts from '@mui/icons-material/ManageAccounts';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLogout, useTranslate } from 'react-admin';
import { useRoles, useSession } from '../api/may.ts';
import { askForHelp } from './shortcut-keys.tsx';

/** Who is signed in, and the ways to their profile and out. On phones it says so where the other menus are not. */
export function UserMenu({ compact }: { readonly compact: boolean }): ReactElement {
  const t = useTranslate();
  const navigate = useNavigate();
  const logout = useLogout();
  const session = useSession();
  const roles = useRoles();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const name = session?.user.name ?? '';
  const go = (act: () => void): void => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <IconButton
        id={id}
        size="small"
        aria-label={t('frame.account', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ width: compact ? 44 : 36, height: compact ? 44 : 36 }}
      >
        <AccountCircle />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': id } }}
      >
        <Box component="li" role="none" sx={{ px: 2, pb: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {roles.map((role) => t(`role.${role}`)).join(', ')}
          </Typography>
        </Box>
        <Divider component="li" role="none" />
        <MenuItem onClick={() => go(() => void navigate('/profile'))}>
          <ListItemIcon>
            <ManageAccounts fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t('frame.profile')}</ListItemText>
        </MenuItem>
        {compact ? null : (
          <MenuItem onClick={() => go(askForHelp)}>
            <ListItemIcon>
              <Keyboard fontSize="small" />
            </ListItemIcon>
            <ListItemText>{t('frame.shortcuts')}</ListItemText>
          </MenuItem>
        )}
        <MenuItem onClick={() => go(() => void logout())}>
          <ListItemIcon>
            <Logout fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t('frame.signOut')}</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
}
