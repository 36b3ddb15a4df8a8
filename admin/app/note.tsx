import type { ReactElement } from 'react';
import { Notification } from 'react-admin';

/** What was done or went wrong, said politely at the lower edge; long enough to read. */
export function Note(): ReactElement {
  return <Notification autoHideDuration={6000} multiLine />;
}
