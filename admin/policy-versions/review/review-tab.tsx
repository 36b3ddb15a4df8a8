import type { ReactElement } from 'react';

export function ReviewTab(): ReactElement {
  return <></>;
}
