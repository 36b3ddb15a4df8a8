import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import { SENTENCES } from '../../../server/contract/sentences.ts';
import { useStaffLocale, useWords } from '../../policies/use-words.ts';
import { useDraft } from '../draft/use-draft.tsx';
import { findParameter } from '../model/edit-content.ts';

/** Names a row of a merge as people know the thing. */
export function useRowName(): (row: MergeRowView) => string {
  const { diff } = useWords();
  const locale = useStaffLocale();
  const { content } = useDraft();
  return ({ kind, name }) => {
    if (kind === 'parameter') return findParameter(content, name)?.label[locale] ?? name;
    if (kind === 'rule') return SENTENCES.ruleName(name)[locale];
    if (kind === 'head') return SENTENCES.head(name)[locale];
    return kind === 'case' ? name : kind === 'message' ? `${diff.kind.message} ${name}` : name;
  };
}
