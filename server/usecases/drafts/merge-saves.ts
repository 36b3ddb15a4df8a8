import { presentMergeRow } from '../../contract/http/policy-change-view.ts';
import type { MergeRowToPresent, MergeRowView } from '../../contract/http/policy-change-view.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import { FACT_DICTIONARY } from '../../core/facts/dictionary.ts';
import { mergeContents } from '../../core/policies/merge-contents.ts';
import type { MergeRow, MergeSide, MergeState } from '../../core/policies/merge-contents.ts';
import type { Words } from '../../core/policies/operators/operator.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Rule } from '../../core/policies/ruleset.ts';
import { canonicalise } from '../../core/records/canonical.ts';
import { wordHeadValue } from '../../core/sentences/word-change.ts';
import { wordDisposition } from '../../core/sentences/word-outcome.ts';
import { wordRule } from '../../core/sentences/word-rule.ts';
import { wordParameterValue } from '../../core/sentences/word-value.ts';
import { sameWords } from '../../core/sentences/words.ts';

/** What somebody says in a draft. */
export interface Said {
  readonly content: PolicyContent;
  readonly cases: readonly GoldenCase[];
}

/** Two changes of the same draft merged: clashes without a resolution keep theirs, and are named. */
export interface SaidMerge extends Said {
  readonly rows: readonly MergeRowToPresent[];
  readonly unresolved: readonly string[];
}

/** Merges what two people made of the same beginning, cases included. */
export function mergeSaves(
  base: Said,
  theirs: Said,
  mine: Said,
  resolutions: Readonly<Record<string, MergeSide>> = {},
): SaidMerge {
  const contents = mergeContents(base.content, theirs.content, mine.content, resolutions);
  const cases = mergeCases(base.cases, theirs.cases, mine.cases, resolutions);
  const parameters = {
    base: base.content.parameters,
    theirs: theirs.content.parameters,
    mine: mine.content.parameters,
  };
  return {
    content: contents.merged,
    cases: cases.merged,
    rows: [...contents.rows.map((row) => ({ ...row, words: wordRow(row, parameters) })), ...cases.rows],
    unresolved: [...contents.unresolved, ...cases.unresolved],
  };
}

/** A merge as it is answered to whoever has to resolve it. */
export function describeMerge({ rows, content, cases, unresolved }: SaidMerge): {
  readonly rows: MergeRowView[];
  readonly merged: Said;
  readonly unresolved: readonly string[];
} {
  return { rows: rows.map(presentMergeRow), merged: { content, cases }, unresolved };
}

const NOTHING: Words = { en: 'not there', zh: '无' };

type Sides<T> = Readonly<Record<MergeSide, T>>;

function wordRow(row: MergeRow, parameters: Sides<readonly Parameter[]>): MergeRowView['words'] {
  const word = (side: MergeSide): { en: string; zh: string } => ({ ...wordSide(row, row[side], parameters[side]) });
  return { base: word('base'), theirs: word('theirs'), mine: word('mine') };
}

function wordSide({ kind, name }: MergeRow, value: unknown, parameters: readonly Parameter[]): Words {
  if (value === undefined) return NOTHING;
  if (kind === 'parameter') return wordParameterValue(value as Parameter);
  if (kind === 'rule') return wordRule(value as Rule, { dictionary: FACT_DICTIONARY, parameters });
  const said = kind === 'head' ? wordHeadValue(name, value) : typeof value === 'string' ? sameWords(value) : null;
  return said ?? { en: 'as it stands there', zh: '以该处内容为准' };
}

function mergeCases(
  base: readonly GoldenCase[],
  theirs: readonly GoldenCase[],
  mine: readonly GoldenCase[],
  resolutions: Readonly<Record<string, MergeSide>>,
): { readonly merged: GoldenCase[]; readonly rows: MergeRowToPresent[]; readonly unresolved: string[] } {
  const sides = { base: byName(base), theirs: byName(theirs), mine: byName(mine) };
  const merged = new Map(sides.theirs);
  const rows: MergeRowToPresent[] = [];
  const unresolved: string[] = [];
  for (const name of new Set([...sides.theirs.keys(), ...sides.mine.keys(), ...sides.base.keys()])) {
    const state = stateOf(name, sides);
    if (state === null) continue;
    const key = `case/${name}`;
    const resolution = Object.hasOwn(resolutions, key) ? resolutions[key] : undefined;
    if (state === 'clash' && resolution === undefined) unresolved.push(key);
    const chosen = sides[resolution ?? (state === 'mine' ? 'mine' : 'theirs')].get(name);
    if (chosen === undefined) merged.delete(name);
    else merged.set(name, chosen);
    const [was, other, own] = [sides.base.get(name), sides.theirs.get(name), sides.mine.get(name)];
    const words = { base: presence(was), theirs: presence(other), mine: presence(own) };
    rows.push({
      key,
      kind: 'case',
      name,
      state,
      words,
      ...(was && { base: was }),
      ...(other && { theirs: other }),
      ...(own && { mine: own }),
    });
  }
  return { merged: [...merged.values()], rows, unresolved };
}

const byName = (cases: readonly GoldenCase[]): Map<string, GoldenCase> => new Map(cases.map((one) => [one.name, one]));

function presence(one: GoldenCase | undefined): { en: string; zh: string } {
  return { ...(one === undefined ? NOTHING : wordDisposition(one.expect.disposition)) };
}

function stateOf(name: string, sides: Sides<ReadonlyMap<string, GoldenCase>>): MergeState | null {
  const [was = '', other = '', own = ''] = [sides.base, sides.theirs, sides.mine].map((side) => {
    const found = side.get(name);
    return found === undefined ? '' : canonicalise(found);
  });
  if (was === other && was === own) return null;
  if (other === own) return 'same';
  return other === was ? 'mine' : own === was ? 'theirs' : 'clash';
}
