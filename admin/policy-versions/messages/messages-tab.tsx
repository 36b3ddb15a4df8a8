import type { ReactElement } from 'react';

export function MessagesTab(): ReactElement {
  return <></>;
}
