import type { ReactElement } from 'react';

export function TryTab(): ReactElement {
  return <></>;
}
