import { canonicalise } from '../records/canonical.ts';
import { HEAD_FIELDS, listContentItems } from './list-content-items.ts';
import type { ContentItem, ContentItemKind } from './list-content-items.ts';
import type { Parameter } from './parameter.ts';
import type { PolicyContent } from './policy-version.ts';
import type { Rule } from './ruleset.ts';

export const MERGE_STATES = ['mine', 'theirs', 'same', 'clash'] as const;
/** Who changed an item since the base: one of the two, both alike, or both differently. */
export type MergeState = (typeof MERGE_STATES)[number];

export const MERGE_SIDES = ['mine', 'theirs', 'base'] as const;
export type MergeSide = (typeof MERGE_SIDES)[number];

/** One item that somebody changed since the base; an absent side does not have it. */
export interface MergeRow {
  readonly key: string;
  readonly kind: ContentItemKind;
  readonly name: string;
  readonly state: MergeState;
  readonly base?: unknown;
  readonly theirs?: unknown;
  readonly mine?: unknown;
}

/** A three-way merge: what changed, what comes of it, and the keys of clashes that nobody has resolved (theirs stand). */
export interface ContentMerge {
  readonly rows: readonly MergeRow[];
  readonly merged: PolicyContent;
  readonly unresolved: readonly string[];
}

type Items = ReadonlyMap<string, ContentItem>;

const textOf = (item: ContentItem | undefined): string => (item === undefined ? '' : canonicalise(item.value));

function compareItem(key: string, base: Items, theirs: Items, mine: Items): MergeRow | null {
  const [was, other, own] = [base.get(key), theirs.get(key), mine.get(key)];
  const [wasText, otherText, ownText] = [textOf(was), textOf(other), textOf(own)];
  const item = own ?? other ?? was;
  if (item === undefined || (wasText === otherText && wasText === ownText)) return null;
  const state =
    otherText === ownText ? 'same' : otherText === wasText ? 'mine' : ownText === wasText ? 'theirs' : 'clash';
  return {
    key,
    kind: item.kind,
    name: item.name,
    state,
    ...(was === undefined ? {} : { base: was.value }),
    ...(other === undefined ? {} : { theirs: other.value }),
    ...(own === undefined ? {} : { mine: own.value }),
  };
}

/**
 * Merges two changes of one content item by item. Items that only one side changed, or both alike, merge by themselves;
 * a clash needs a resolution. Rules keep the places that their priorities give them.
 */
export function mergeContents(
  base: PolicyContent,
  theirs: PolicyContent,
  mine: PolicyContent,
  resolutions: Readonly<Record<string, MergeSide>> = {},
): ContentMerge {
  const [baseItems, theirItems, myItems] = [listContentItems(base), listContentItems(theirs), listContentItems(mine)];
  const keys = new Set([...theirItems.keys(), ...myItems.keys(), ...baseItems.keys()]);
  const rows = [...keys].flatMap((key) => compareItem(key, baseItems, theirItems, myItems) ?? []);
  const sides = { base: baseItems, theirs: theirItems, mine: myItems };
  const chosen = new Map<string, ContentItem>(theirItems);
  const unresolved: string[] = [];
  for (const { key, state } of rows) {
    const resolution = Object.hasOwn(resolutions, key) ? resolutions[key] : undefined;
    if (state === 'clash' && resolution === undefined) unresolved.push(key);
    const item = sides[resolution ?? (state === 'mine' ? 'mine' : 'theirs')].get(key);
    if (item === undefined) chosen.delete(key);
    else chosen.set(key, item);
  }
  return { rows, merged: buildContent(theirs, chosen), unresolved };
}

function buildContent(frame: PolicyContent, items: Items): PolicyContent {
  const all = [...items.values()];
  const parameters = all.filter((item) => item.kind === 'parameter').map((item) => item.value as Parameter);
  const rules = all.filter((item) => item.kind === 'rule').map((item) => item.value as Rule);
  const messages: Record<string, Record<string, string>> = Object.fromEntries(
    Object.keys(frame.messages).map((locale) => [locale, {}]),
  );
  for (const item of all) {
    if (item.kind !== 'message') continue;
    const [locale = '', code = ''] = item.name.split('/');
    messages[locale] = { ...messages[locale], [code]: String(item.value) };
  }
  const head = Object.fromEntries(
    HEAD_FIELDS.map((field) => [field, items.get(`head/${field}`)?.value ?? frame[field]]),
  );
  return {
    ...frame,
    ...head,
    parameters,
    ruleset: { rules: rules.toSorted((a, b) => b.priority - a.priority) },
    messages,
  };
}
