import type { PolicyContent } from './policy-version.ts';

export const CONTENT_ITEM_KINDS = ['parameter', 'rule', 'message', 'head'] as const;
export type ContentItemKind = (typeof CONTENT_ITEM_KINDS)[number];

/** Fields of a policy beside its parameters, rules and messages. */
export const HEAD_FIELDS = ['name', 'zone', 'country', 'versionBasis', 'defaultLocale', 'clocks', 'clauses'] as const;

/** One thing of a policy that is edited as a whole: two people who change two of them do not collide. */
export interface ContentItem {
  /** `parameter/<name>`, `rule/<name>`, `message/<locale>/<reason code>`, `head/<field>`. */
  readonly key: string;
  readonly kind: ContentItemKind;
  readonly name: string;
  readonly value: unknown;
}

/** The items of a content by key, in their order. */
export function listContentItems(content: PolicyContent): ReadonlyMap<string, ContentItem> {
  const items: ContentItem[] = [
    ...HEAD_FIELDS.map((field): ContentItem => ({
      key: `head/${field}`,
      kind: 'head',
      name: field,
      value: content[field],
    })),
    ...content.parameters.map((one): ContentItem => ({
      key: `parameter/${one.name}`,
      kind: 'parameter',
      name: one.name,
      value: one,
    })),
    ...content.ruleset.rules.map((one): ContentItem => ({
      key: `rule/${one.name}`,
      kind: 'rule',
      name: one.name,
      value: one,
    })),
    ...Object.entries(content.messages).flatMap(([locale, texts]) =>
      Object.entries(texts).map(([code, text]): ContentItem => ({
        key: `message/${locale}/${code}`,
        kind: 'message',
        name: `${locale}/${code}`,
        value: text,
      })),
    ),
  ];
  return new Map(items.map((item) => [item.key, item]));
}
