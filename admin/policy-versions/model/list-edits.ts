import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';
import { sameValue } from './same-value.ts';

/** What a draft changes, by name, seen from another version: enough to mark what is on the screen. */
export interface Edits {
  readonly parameters: readonly string[];
  readonly rules: readonly string[];
  readonly messages: readonly string[];
  readonly head: readonly string[];
}

const HEAD = ['name', 'zone', 'country', 'versionBasis', 'defaultLocale', 'clocks', 'clauses'] as const;

/** Names of what differs between two contents: added, removed and changed alike. A message is `locale/REASON`. */
export function listEdits(from: PolicyContent, to: PolicyContent): Edits {
  const byName = (list: readonly { readonly name: string }[]) => new Map(list.map((one) => [one.name, one]));
  const differ = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] =>
    [...new Set([...a.keys(), ...b.keys()])].filter((key) => !sameValue(a.get(key), b.get(key)));
  return {
    parameters: differ(byName(from.parameters), byName(to.parameters)),
    rules: differ(byName(from.ruleset.rules), byName(to.ruleset.rules)),
    messages: differ(flattenMessages(from), flattenMessages(to)),
    head: HEAD.filter((field) => !sameValue(from[field], to[field])),
  };
}

/** How many things a draft changes. */
export function countEdits({ parameters, rules, messages, head }: Edits): number {
  return parameters.length + rules.length + messages.length + head.length;
}

function flattenMessages({ messages }: PolicyContent): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([locale, texts]) =>
      Object.entries(texts).map(([code, text]): [string, string] => [`${locale}/${code}`, text]),
    ),
  );
}
