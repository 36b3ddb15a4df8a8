import type { Words } from '../policies/operators/operator.ts';
import type { MatrixCell, Parameter } from '../policies/parameter.ts';
import type { Rule, Stage } from '../policies/ruleset.ts';
import { wordRule, wordStage } from './word-rule.ts';
import type { SentenceContext } from './word-condition.ts';
import { joinAll, sameWords, wordArrow, wordLabelled, wordRuleName } from './words.ts';
import { wordCell, wordParameterValue, wordProvenance } from './word-value.ts';

/** Members that a list gained and lost: "+ studio_shot, − retouch". */
function wordMembers(before: readonly string[], after: readonly string[]): Words {
  const gained = after.filter((one) => !before.includes(one)).map((one) => `+ ${one}`);
  const lost = before.filter((one) => !after.includes(one)).map((one) => `− ${one}`);
  const all = [...gained, ...lost];
  if (all.length === 0) return { en: 'in another order', zh: '顺序改变' };
  return { en: all.join(', '), zh: all.join('、') };
}

/** A parameter's new value: "Cash refund window: 14 days, exact hours → 10 days, exact hours". */
export function wordValueChange(before: Parameter, after: Parameter): Words {
  const isList =
    before.kind === 'list' && after.kind === 'list' && before.value !== undefined && after.value !== undefined;
  const said = isList
    ? wordMembers(before.value ?? [], after.value ?? [])
    : wordArrow(wordParameterValue(before), wordParameterValue(after));
  return wordLabelled(after.label, said);
}

/** A parameter whose provenance changed and whose value did not. */
export function wordProvenanceChange(before: Parameter, after: Parameter): Words {
  return wordLabelled(after.label, wordArrow(wordProvenance(before.provenance), wordProvenance(after.provenance)));
}

/** What else of a parameter changed, by the names of its properties. */
export function wordParameterFrame(after: Parameter, properties: readonly string[]): Words {
  return wordLabelled(after.label, { en: `${properties.join(', ')} changed`, zh: `${properties.join('、')}已修改` });
}

/** A parameter that came or went, with its value. */
export function wordParameterPresence(parameter: Parameter): Words {
  return wordLabelled(parameter.label, wordParameterValue(parameter));
}

/** Platforms as their makers write them. */
const PLATFORM_NAMES: ReadonlyMap<string, string> = new Map([
  ['ios', 'iOS'],
  ['android', 'Android'],
  ['web', 'Web'],
]);

/** A column of a matrix as people know it: a platform by its name, any other by its id. */
export function wordColumn(column: string): string {
  return PLATFORM_NAMES.get(column) ?? column;
}

/** One cell of a matrix: "ai_backgrounds / iOS: no → yes". */
export function wordCellChange(
  row: string,
  column: string,
  before: MatrixCell | undefined,
  after: MatrixCell | undefined,
): Words {
  return wordLabelled(sameWords(`${row} / ${wordColumn(column)}`), wordArrow(wordCell(before), wordCell(after)));
}

/** A rule that came or went, in full. */
export function wordRulePresence(rule: Rule, context: SentenceContext): Words {
  return wordLabelled(wordRuleName(rule.name), wordRule(rule, context));
}

/** A rule that says something else now: both sentences, or the parts that no sentence tells. */
export function wordRuleChange(
  before: Rule,
  after: Rule,
  contexts: { readonly before: SentenceContext; readonly after: SentenceContext },
  parts: readonly string[],
): Words {
  const [was, is] = [wordRule(before, contexts.before), wordRule(after, contexts.after)];
  const said =
    was.en === is.en
      ? joinAll(parts.map((part) => ({ en: `${part} changed`, zh: `${part}已修改` })))
      : wordArrow(was, is);
  return wordLabelled(wordRuleName(after.name), said);
}

/** A rule's new place in its stage, counted from 1: "Unused pack: 4 → 3 in eligibility". */
export function wordRuleMove(name: string, before: number, after: number, stage: Stage): Words {
  const { en, zh } = wordStage(stage);
  return wordLabelled(wordRuleName(name), {
    en: `${before} → ${after} in ${en}`,
    zh: `在${zh}阶段由第${before}位移至第${after}位`,
  });
}

/** Priorities that changed without a change of order. */
export const RENUMBERED: Words = {
  en: 'Rules are numbered anew; their order is the same',
  zh: '规则重新编号；顺序不变',
};

/** A customer's text in one language that came, went or changed. */
export function wordMessageChange(
  locale: string,
  code: string,
  before: string | undefined,
  after: string | undefined,
): Words {
  const label = sameWords(`${code} (${locale})`);
  if (before === undefined) return wordLabelled(label, sameWords(`“${after ?? ''}”`));
  if (after === undefined) return wordLabelled(label, sameWords(`“${before}”`));
  return wordLabelled(label, wordArrow(sameWords(`“${before}”`), sameWords(`“${after}”`)));
}

const HEADS: Readonly<Record<string, Words>> = {
  name: { en: 'Name', zh: '名称' },
  zone: { en: 'Time zone', zh: '时区' },
  country: { en: 'Country', zh: '国家' },
  versionBasis: { en: 'Version that counts', zh: '适用版本' },
  defaultLocale: { en: 'Default language', zh: '默认语言' },
  clocks: { en: 'Promised times', zh: '承诺时间' },
  clauses: { en: 'Clauses', zh: '条款' },
};

const BASES: Readonly<Record<string, Words>> = {
  request_time: { en: 'that in force when the claim came in', zh: '收到申请时生效的版本' },
  purchase_time: { en: 'that in force at the purchase', zh: '购买时生效的版本' },
  more_generous: { en: 'the more generous of the two', zh: '两者中对客户更有利的版本' },
};

/** What a field of the policy's head is called; one without words is called by its own name. */
export function wordHead(field: string): Words {
  return (Object.hasOwn(HEADS, field) ? HEADS[field] : undefined) ?? sameWords(field);
}

/** What a field of the policy's head says; null where that is no text. */
export function wordHeadValue(field: string, value: unknown): Words | null {
  if (typeof value !== 'string') return null;
  return (field === 'versionBasis' && Object.hasOwn(BASES, value) ? BASES[value] : undefined) ?? sameWords(value);
}

/** A field of the policy's head; what is no text is told by its name alone. */
export function wordHeadChange(field: string, before: unknown, after: unknown): Words {
  const [was, is] = [wordHeadValue(field, before), wordHeadValue(field, after)];
  return wordLabelled(
    wordHead(field),
    was === null || is === null ? { en: 'changed', zh: '已修改' } : wordArrow(was, is),
  );
}

/** A case of the draft's own that came, went or changed, or a golden one whose outcome was accepted. */
export function wordCaseChange(name: string, change: 'added' | 'removed' | 'changed' | 'accepted'): Words {
  const said = {
    added: { en: 'new case', zh: '新用例' },
    removed: { en: 'case removed', zh: '用例已删除' },
    changed: { en: 'case changed', zh: '用例已修改' },
    accepted: { en: 'new outcome accepted', zh: '已接受新结果' },
  }[change];
  return wordLabelled(sameWords(name), said);
}
