import type { ReactElement } from 'react';

export function RulesTab(): ReactElement {
  return <></>;
}
