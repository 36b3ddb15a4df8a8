import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { MONO } from '../theme/create-theme-options.ts';

/** A short name that opens what it stands for. The popover is named by the button. */
function PopoverRef({
  label,
  mono = true,
  children,
}: {
  readonly label: string;
  readonly mono?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        sx={{
          fontFamily: mono ? MONO : 'inherit',
          fontSize: mono ? '0.9em' : 'inherit',
          color: 'primary.main',
          minHeight: 24,
          px: 0.25,
          textDecoration: 'underline',
          textDecorationStyle: 'dotted',
          textUnderlineOffset: 3,
        }}
      >
        {label}
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': label,
            sx: { p: 2, maxWidth: 360, border: 1, borderColor: 'divider' },
          },
        }}
      >
        {children}
      </Popover>
    </>
  );
}

export interface ClauseRefProps {
  readonly id: string;
  /** What the clause says, in our words; absent: its id alone is shown, not a button. */
  readonly paraphrase?: string | undefined;
  readonly children?: ReactNode;
}

/** A clause of the published policy text by its id; opens its paraphrase. */
export function ClauseRef({ id, paraphrase, children }: ClauseRefProps): ReactElement {
  if (paraphrase === undefined && children === undefined) {
    return (
      <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.9em', whiteSpace: 'nowrap' }}>
        {id}
      </Box>
    );
  }
  return (
    <PopoverRef label={id}>
      <Typography variant="h3" component="p">
        {id}
      </Typography>
      {paraphrase === undefined ? null : <Typography variant="body2">{paraphrase}</Typography>}
      {children}
    </PopoverRef>
  );
}
