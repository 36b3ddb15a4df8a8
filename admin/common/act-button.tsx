import Button from '@mui/material/Button';
import type { ButtonProps } from '@mui/material/Button';
import { useCallback, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { ConfirmAct } from './confirm-act.tsx';
import type { ConfirmActProps } from './confirm-act.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export interface ActButtonProps extends Omit<ConfirmActProps, 'open' | 'onClose'> {
  /** With “…”, since a dialog follows. */
  readonly label: string;
  readonly variant?: ButtonProps['variant'];
  readonly icon?: ButtonProps['startIcon'];
  readonly disabled?: boolean;
  /** A letter that opens the dialog, outside fields. */
  readonly shortcut?: string;
}

/** A button that opens the dialog of a careful act; focus comes back to it. */
export function ActButton({
  label,
  variant = 'outlined',
  icon,
  disabled = false,
  shortcut,
  ...act
}: ActButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const acting = useRef(false);
  const isActing = useCallback(() => acting.current, []);
  useKeptFocus(opener, isActing);
  const show = (): void => {
    acting.current = true;
    setOpen(true);
  };
  const close = (): void => {
    acting.current = false;
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <Button
        ref={opener}
        variant={variant}
        color={act.tone ?? 'primary'}
        startIcon={icon}
        disabled={disabled}
        data-shortcut={shortcut}
        onClick={show}
      >
        {label}
      </Button>
      <ConfirmAct {...act} open={open} onClose={close} />
    </>
  );
}
