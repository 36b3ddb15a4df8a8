import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useStore } from 'react-admin';

const STEPS: Readonly<Record<string, -1 | 1>> = { '[': -1, ']': 1 };

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=radio], [type=checkbox]), textarea') !== null;
}

/** `[` and `]` go to the row before and after the one that has the focus; outside fields and dialogs, and not where letters are switched off. */
export function useNeighbourKeys(list: RefObject<HTMLElement | null>): void {
  const [letters] = useStore('shortcuts', true);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const step = STEPS[event.key];
      if (!letters || step === undefined || event.ctrlKey || event.metaKey || isWriting(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-parameter]') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = at === -1 ? (step === 1 ? rows[0] : rows.at(-1)) : rows[at + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView?.({ block: 'nearest' });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [letters, list]);
}
