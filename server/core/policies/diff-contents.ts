import { FACT_DICTIONARY } from '../facts/dictionary.ts';
import { canonicalise } from '../records/canonical.ts';
import { wordHeadChange, wordMessageChange } from '../sentences/word-change.ts';
import { diffParameters } from './diff-parameters.ts';
import { diffRules } from './diff-rules.ts';
import type { DiffItem } from './diff-item.ts';
import { HEAD_FIELDS } from './list-content-items.ts';
import type { PolicyContent } from './policy-version.ts';

/** Everything that differs between two contents: empty exactly where their canonical texts are equal. */
export function diffContents(before: PolicyContent, after: PolicyContent): DiffItem[] {
  const contexts = {
    before: { dictionary: FACT_DICTIONARY, parameters: before.parameters },
    after: { dictionary: FACT_DICTIONARY, parameters: after.parameters },
  };
  return [
    ...diffHeads(before, after),
    ...diffParameters(before.parameters, after.parameters),
    ...diffRules(before.ruleset.rules, after.ruleset.rules, contexts),
    ...diffMessages(before, after),
  ];
}

function diffHeads(before: PolicyContent, after: PolicyContent): DiffItem[] {
  return HEAD_FIELDS.filter((field) => canonicalise(before[field]) !== canonicalise(after[field])).map((field) => ({
    kind: 'basis',
    change: 'changed',
    name: field,
    sentence: wordHeadChange(field, before[field], after[field]),
    old: before[field],
    new: after[field],
  }));
}

function diffMessages(before: PolicyContent, after: PolicyContent): DiffItem[] {
  const locales = [...new Set([...Object.keys(before.messages), ...Object.keys(after.messages)])].toSorted();
  return locales.flatMap((locale) => {
    const [was, is] = [before.messages[locale], after.messages[locale]];
    const items = diffTexts(locale, was ?? {}, is ?? {});
    if ((was === undefined) === (is === undefined)) return items;
    const change = was === undefined ? ('added' as const) : ('removed' as const);
    return [
      { kind: 'message' as const, change, name: locale, sentence: { en: `Language ${locale}`, zh: `语言 ${locale}` } },
      ...items,
    ];
  });
}

function diffTexts(
  locale: string,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): DiffItem[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((code): DiffItem[] => {
    const [was, is] = [before[code], after[code]];
    if (was === is) return [];
    return [
      {
        kind: 'message',
        change: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed',
        name: `${locale}/${code}`,
        sentence: wordMessageChange(locale, code, was, is),
        ...(was === undefined ? {} : { old: was }),
        ...(is === undefined ? {} : { new: is }),
      },
    ];
  });
}
