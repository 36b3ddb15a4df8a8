import type { PolicyContent } from '../../../server/contract/policy-vocabulary.ts';

/** A reason code of a policy, and whether it is that of a denial. */
export interface ReasonRow {
  readonly code: string;
  readonly denies: boolean;
}

/** Every reason code that a rule gives or a text is written for, in the order of the alphabet. */
export function listReasons({ ruleset, messages }: PolicyContent): readonly ReasonRow[] {
  const denied = new Set(
    ruleset.rules.filter((rule) => rule.event.type === 'deny').map((rule) => rule.event.params.reasonCode),
  );
  const codes = new Set([
    ...ruleset.rules.map((rule) => rule.event.params.reasonCode),
    ...Object.values(messages).flatMap((texts) => Object.keys(texts)),
  ]);
  return [...codes].toSorted().map((code) => ({ code, denies: denied.has(code) }));
}
