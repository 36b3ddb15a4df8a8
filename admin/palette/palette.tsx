import Dialog from '@mui/material/Dialog';
import type { ReactElement } from 'react';

/** Search or jump. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  return <Dialog open onClose={onClose} />;
}
