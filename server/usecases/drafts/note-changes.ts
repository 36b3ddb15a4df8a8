import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { diffContents } from '../../core/policies/diff-contents.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import type { Note } from './change-draft.ts';
import type { Said } from './merge-saves.ts';

/** How many changes an audit event tells one by one. */
const MOST = 50;

interface Change {
  readonly key: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** What changed between what was said and what is, cases included, for an audit event. */
export function noteChanges(before: Said, after: Said): Note {
  const items = [
    ...diffContents(before.content, after.content).map((one): Change => ({ ...one, key: `${one.kind}/${one.name}` })),
    ...listCaseChanges(before.cases, after.cases),
  ];
  const side = (which: 'old' | 'new'): Record<string, unknown> =>
    Object.fromEntries(
      items.slice(0, MOST).flatMap((one) => (one[which] === undefined ? [] : [[one.key, one[which]]])),
    );
  return { before: side('old'), after: side('new'), detail: { changes: items.length } };
}

function listCaseChanges(before: readonly GoldenCase[], after: readonly GoldenCase[]): Change[] {
  const [was, is] = [before, after].map((cases) => new Map(cases.map((one) => [one.name, one])));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((name): Change[] => {
    const [old, now] = [was?.get(name), is?.get(name)];
    if (old !== undefined && now !== undefined && canonicalise(old) === canonicalise(now)) return [];
    return [{ key: `case/${name}`, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) }];
  });
}
