import { diffContents } from '../../core/policies/diff-contents.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Note } from './change-draft.ts';

/** How many changes an audit event tells one by one. */
const MOST = 50;

/** What changed between two contents, as it was and as it is, for an audit event. */
export function noteChanges(before: PolicyContent, after: PolicyContent): Note {
  const items = diffContents(before, after);
  const told = items.filter((item) => item.kind !== 'case').slice(0, MOST);
  const side = (which: 'old' | 'new'): Record<string, unknown> =>
    Object.fromEntries(
      told.flatMap((item) => (item[which] === undefined ? [] : [[`${item.kind}/${item.name}`, item[which]]])),
    );
  return { before: side('old'), after: side('new'), detail: { changes: items.length } };
}
