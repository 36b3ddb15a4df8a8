import { useTranslate } from 'react-admin';
import { useMay, useSession } from '../api/may.ts';
import { useRead } from '../api/use-read.ts';

/** A program as a choice: its id, and its name. */
export interface ProgramChoice {
  readonly id: string;
  readonly name: string;
}

interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly isFloor: boolean;
}

/** Programs that the reader can choose from, by name; the statutory floor only where it is asked for. */
export function usePrograms({ withFloor = false }: { readonly withFloor?: boolean } = {}): readonly ProgramChoice[] {
  const may = useMay();
  const session = useSession();
  const t = useTranslate();
  const { data } = useRead<readonly PolicyRow[]>(may('read', 'policy') ? '/api/policies' : null, { staleMs: 60_000 });
  if (data !== undefined)
    return data
      .filter(({ isFloor }) => withFloor || !isFloor)
      .map(({ id, name, isFloor }) => ({ id, name: isFloor ? t('common.floor', { _: name }) : name }));
  const named = new Set(session?.user.grants.flatMap(({ programs }) => programs).filter((program) => program !== '*'));
  return [...named].map((id) => ({ id, name: id }));
}

/** Tells the name of a program by its id; one that the reader cannot read of is called by its id. */
export function useProgramName(): (id: string) => string {
  const programs = usePrograms({ withFloor: true });
  return (id) => programs.find((one) => one.id === id)?.name ?? id;
}
