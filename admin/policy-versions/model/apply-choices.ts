import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import type { Parameter, PolicyContent, Rule } from '../../../server/contract/policy-vocabulary.ts';
import { orderRules } from './rule-order.ts';

/** The side of a clash that is kept. */
export type MergeSide = 'mine' | 'theirs' | 'base';

/** What a draft says: its content and its cases. */
export interface Said {
  readonly content: PolicyContent;
  readonly cases: readonly GoldenCase[];
}

/** The clashes of a merge that nobody has chosen a side for. */
export function listOpenClashes(
  rows: readonly MergeRowView[],
  choices: Readonly<Record<string, MergeSide>>,
): readonly MergeRowView[] {
  return rows.filter((row) => row.state === 'clash' && choices[row.key] === undefined);
}

/** A merge in which clashes keep theirs, with the chosen sides put in. */
export function applyChoices(
  merged: Said,
  rows: readonly MergeRowView[],
  choices: Readonly<Record<string, MergeSide>>,
): Said {
  return rows.reduce((said, row) => {
    const side = choices[row.key];
    return row.state === 'clash' && side !== undefined && side !== 'theirs' ? putItem(said, row, row[side]) : said;
  }, merged);
}

/** Puts one item in, or takes it out where the chosen side has none. */
function putItem(said: Said, { kind, name }: MergeRowView, value: unknown): Said {
  const { content } = said;
  if (kind === 'case') return { ...said, cases: putNamed(said.cases, name, value as GoldenCase | null) };
  if (kind === 'parameter')
    return {
      ...said,
      content: { ...content, parameters: putNamed(content.parameters, name, value as Parameter | null) },
    };
  if (kind === 'rule')
    return {
      ...said,
      content: {
        ...content,
        ruleset: { rules: orderRules(putNamed(content.ruleset.rules, name, value as Rule | null)) },
      },
    };
  if (kind === 'head') return { ...said, content: { ...content, [name]: value } };
  const [locale = '', code = ''] = name.split('/');
  const { [code]: _old, ...others } = content.messages[locale] ?? {};
  const texts = typeof value === 'string' ? { ...content.messages[locale], [code]: value } : others;
  return { ...said, content: { ...content, messages: { ...content.messages, [locale]: texts } } };
}

function putNamed<T extends { readonly name: string }>(
  list: readonly T[],
  name: string,
  value: T | null,
): readonly T[] {
  if (value === null) return list.filter((one) => one.name !== name);
  return list.some((one) => one.name === name)
    ? list.map((one) => (one.name === name ? value : one))
    : [...list, value];
}
