import { useMemo } from 'react';
import type { DraftEditor } from './draft/use-draft.tsx';
import { listEdits } from './model/list-edits.ts';

export const EDITOR_TABS = ['parameters', 'rules', 'try', 'cases', 'messages', 'review'] as const;
export type EditorTabKey = (typeof EDITOR_TABS)[number];

/** The number beside each tab: what it changes, or of the cases what is open. */
export function useTabCounts({ live, content, version }: DraftEditor): Readonly<Record<EditorTabKey, number>> {
  return useMemo(() => {
    const edits = listEdits(live, content);
    const { cases, flips } = version.gate;
    return {
      parameters: edits.parameters.length + edits.head.length,
      rules: edits.rules.length,
      try: 0,
      cases: cases.changed + cases.failed + flips.total - flips.acknowledged,
      messages: edits.messages.length,
      review: 0,
    };
  }, [live, content, version]);
}
