import { LEFT_OUT } from '../../core/policies/draft.ts';
import type { DiffItem } from '../../core/policies/diff-item.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { wordCaseChange } from '../../core/sentences/word-change.ts';
import { listOwnCases } from './effective-cases.ts';
import type { SaidCases } from './effective-cases.ts';

/** What differs between the cases of two versions: those that owners wrote, and outcomes of shipped ones that were accepted. */
export function diffCases(before: SaidCases | null, after: SaidCases): DiffItem[] {
  const [was, is] = [listOwnCases(before ?? { cases: [], accepted: [] }), listOwnCases(after)];
  const texts = new Map((before?.cases ?? []).map((one) => [one.name, canonicalise(one)]));
  const known = new Set((before?.accepted ?? []).map((one) => canonicalise([one.caseName, one.expect])));
  return [
    ...after.cases.flatMap((one) => {
      const [old, now] = [was.get(one.name), is.get(one.name) ?? one];
      if (old === undefined) return [item(one.name, 'added', 'added')];
      if (canonicalise(old) === canonicalise(now)) return [];
      return [item(one.name, 'changed', texts.get(one.name) === canonicalise(one) ? 'accepted' : 'changed')];
    }),
    ...[...was.keys()].filter((name) => !is.has(name)).map((name) => item(name, 'removed', 'removed')),
    ...after.accepted
      .filter((one) => one.proposed !== true && one.covers !== LEFT_OUT && !is.has(one.caseName))
      .filter((one) => !known.has(canonicalise([one.caseName, one.expect])))
      .map((one) => item(one.caseName, 'changed', 'accepted')),
  ];
}

function item(name: string, change: DiffItem['change'], said: Parameters<typeof wordCaseChange>[1]): DiffItem {
  return { kind: 'case', change, name, sentence: wordCaseChange(name, said) };
}
