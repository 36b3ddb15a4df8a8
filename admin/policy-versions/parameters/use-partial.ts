import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../draft/use-draft.tsx';
import { fieldIdOf } from './field-id.ts';

/** Where a part is typed or chosen. */
export interface PartField {
  readonly id: string;
  /** Whether others were given and this was not: the value cannot be saved yet. */
  readonly missing: boolean;
}

/**
 * Holds the parts of a value until all of them are chosen: a value that was not set begins with nothing, so that its
 * owner must choose. What is chosen outlives the tab. `complete` gives the whole value, or null while something is
 * missing.
 */
export function usePartial<V, P extends object>(
  parameter: string,
  value: V | undefined,
  split: (value: V) => P,
  complete: (parts: Partial<P>) => V | null,
  onChange: (value: V) => void,
  resetToken: number,
): readonly [Partial<P>, (patch: Partial<P>) => void, (part: keyof P & string) => PartField] {
  const { scratch } = useDraft();
  const key = fieldIdOf(parameter, 'parts');
  const [parts, setParts] = useState<Partial<P>>(() => JSON.parse(scratch.get(key) ?? '{}') as Partial<P>);
  const token = useRef(resetToken);
  useEffect(() => {
    if (token.current === resetToken) return;
    token.current = resetToken;
    setParts({});
  }, [resetToken]);
  const now: Partial<P> = { ...(value === undefined ? {} : split(value)), ...parts };
  const patch = (change: Partial<P>): void => {
    const next = { ...now, ...change };
    const whole = complete(next);
    setParts(whole === null ? next : {});
    if (whole === null) scratch.set(key, JSON.stringify(next));
    else {
      scratch.delete(key);
      onChange(whole);
    }
  };
  const begun = Object.keys(parts).length > 0;
  return [now, patch, (part) => ({ id: fieldIdOf(parameter, part), missing: begun && now[part] === undefined })];
}
