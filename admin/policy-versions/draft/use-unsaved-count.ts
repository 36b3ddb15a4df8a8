import { useMemo } from 'react';
import { countEdits, listEdits } from '../model/list-edits.ts';
import { sameValue } from '../model/same-value.ts';
import type { DraftEditor } from './use-draft.tsx';

/** How many things differ from what is saved, cases included. */
export function useUnsavedCount({ version, content, cases }: DraftEditor): number {
  return useMemo(() => {
    const saved = new Map(version.cases.map((one) => [one.name, one]));
    const names = new Set([...saved.keys(), ...cases.map((one) => one.name)]);
    const changed = [...names].filter(
      (name) =>
        !sameValue(
          saved.get(name),
          cases.find((one) => one.name === name),
        ),
    );
    return countEdits(listEdits(version.content, content)) + changed.length;
  }, [version, content, cases]);
}
