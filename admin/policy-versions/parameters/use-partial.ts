import { useEffect, useState } from 'react';

/**
 * Holds the parts of a value until all of them are chosen: a value that was not set begins with nothing, so that its
 * owner must choose. `complete` gives the whole value, or null while something is missing.
 */
export function usePartial<V, P extends object>(
  value: V | undefined,
  split: (value: V) => P,
  complete: (parts: Partial<P>) => V | null,
  onChange: (value: V) => void,
  resetToken: number,
): readonly [Partial<P>, (patch: Partial<P>) => void] {
  const [parts, setParts] = useState<Partial<P>>({});
  useEffect(() => setParts({}), [resetToken]);
  const now: Partial<P> = { ...(value === undefined ? {} : split(value)), ...parts };
  const patch = (change: Partial<P>): void => {
    const next = { ...now, ...change };
    const whole = complete(next);
    setParts(whole === null ? next : {});
    if (whole !== null) onChange(whole);
  };
  return [now, patch];
}
