import type { ReactElement } from 'react';
import { useProgramName } from './use-programs.ts';

/** A program by its name; a dash where a thing belongs to none. */
export function ProgramName({ id }: { readonly id: string | null }): ReactElement {
  const nameOf = useProgramName();
  return <span title={id ?? undefined}>{id === null ? '–' : nameOf(id)}</span>;
}
