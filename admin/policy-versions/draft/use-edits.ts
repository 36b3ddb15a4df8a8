import { useMemo } from 'react';
import { diffContents } from '../../../server/contract/policy-vocabulary.ts';
import type { DiffItem } from '../../../server/contract/policy-vocabulary.ts';
import { useDraft } from './use-draft.tsx';

/** What the draft on the screen changes, unsaved changes included, as sentences. */
export function useEdits(): readonly DiffItem[] {
  const { live, content } = useDraft();
  return useMemo(() => diffContents(live, content), [live, content]);
}
