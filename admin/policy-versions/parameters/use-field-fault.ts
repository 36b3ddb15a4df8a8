import { useEffect } from 'react';
import { useDraft } from '../draft/use-draft.tsx';

/**
 * Holds up a save while a field says what cannot be saved, or nothing where it must; also when its tab was left, so
 * that nothing is dropped unseen.
 * @param message what is wrong; null where nothing is
 */
export function useFieldFault(fieldId: string, label: string, message: string | null): void {
  const { version, mark } = useDraft();
  const to = `/policy-versions/${version.id}`;
  useEffect(
    () => mark(fieldId, message === null ? null : { fieldId, label, message, to }),
    [fieldId, label, message, to, mark],
  );
}
