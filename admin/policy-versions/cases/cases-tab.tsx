import type { ReactElement } from 'react';

export function CasesTab(): ReactElement {
  return <></>;
}
