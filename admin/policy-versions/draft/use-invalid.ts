import { useCallback, useState } from 'react';
import type { Invalid } from './use-draft.tsx';

export interface InvalidFields {
  readonly invalid: readonly Invalid[];
  /** Those that were named because a save was held up. */
  readonly faults: readonly Invalid[];
  mark(fieldId: string, invalid: Invalid | null): void;
  /** Names what cannot be saved and goes to the first; false where nothing is in the way. */
  name(): boolean;
  clear(): void;
}

/** Fields whose text cannot be saved. */
export function useInvalid(): InvalidFields {
  const [invalid, setInvalid] = useState<readonly Invalid[]>([]);
  const [faults, setFaults] = useState<readonly Invalid[]>([]);
  const mark = useCallback((fieldId: string, next: Invalid | null) => {
    setInvalid((now) => {
      if (next === null && !now.some((one) => one.fieldId === fieldId)) return now;
      return [...now.filter((one) => one.fieldId !== fieldId), ...(next === null ? [] : [next])];
    });
    if (next === null) setFaults((now) => now.filter((one) => one.fieldId !== fieldId));
  }, []);
  const name = useCallback(() => {
    setFaults(invalid);
    const [first] = invalid;
    if (first === undefined) return false;
    setTimeout(() => document.getElementById(first.fieldId)?.focus());
    return true;
  }, [invalid]);
  const clear = useCallback(() => {
    setInvalid([]);
    setFaults([]);
  }, []);
  return { invalid, faults, mark, name, clear };
}
