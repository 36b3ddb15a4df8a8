import Check from '@mui/icons-material/Check';
import IconButton from '@mui/material/IconButton';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';

export interface BarChoice {
  readonly value: string;
  readonly label: string;
}

export interface BarMenuProps {
  /** What the menu is for, said by a screen reader. */
  readonly label: string;
  readonly icon: ReactElement;
  /** Words beside the icon. */
  readonly text?: string;
  readonly choices: readonly BarChoice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** A choice of one in the app bar. */
export function BarMenu({ label, icon, text, choices, value, onChoose }: BarMenuProps): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const shared = {
    id,
    'aria-label': label,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': anchor !== null,
    onClick: (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget),
  };
  return (
    <>
      {text === undefined ? (
        <IconButton {...shared} size="small" sx={{ width: 36, height: 36 }}>
          {icon}
        </IconButton>
      ) : (
        <Button {...shared} color="inherit" startIcon={icon} sx={{ fontWeight: 400, whiteSpace: 'nowrap' }}>
          {text}
        </Button>
      )}
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': id, dense: true } }}
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.value}
            role="menuitemradio"
            aria-checked={choice.value === value}
            selected={choice.value === value}
            onClick={() => {
              setAnchor(null);
              onChoose(choice.value);
            }}
          >
            <ListItemIcon>{choice.value === value ? <Check fontSize="small" /> : null}</ListItemIcon>
            <ListItemText>{choice.label}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
