import type { Effect, Rule } from '../../../server/contract/policy-vocabulary.ts';

type Params = Rule['event']['params'];

/** Sets one property of what a rule asserts; undefined takes it away. */
export function setParam<K extends keyof Params>(rule: Rule, key: K, value: Params[K] | undefined): Rule {
  const { [key]: _old, ...others } = rule.event.params;
  const params = (value === undefined ? others : { ...rule.event.params, [key]: value }) as Params;
  return { ...rule, event: { ...rule.event, params } };
}

/** Sets the effect of a rule, and drops what only another effect can have: a remedy is a grant's, a queue a referral's. */
export function setEffect(rule: Rule, type: Effect): Rule {
  const typed: Rule = { ...rule, event: { ...rule.event, type } };
  const plain =
    type === 'refer'
      ? typed
      : (['queue', 'holdCredits', 'proposeAccountAction'] as const).reduce<Rule>(
          (now, key) => setParam(now, key, undefined),
          typed,
        );
  const sparing = type === 'deny' ? plain : setParam(plain, 'forfeitCredits', undefined);
  return type === 'grant'
    ? setParam(sparing, 'remedy', sparing.event.params.remedy ?? 'credit_restore')
    : setParam(sparing, 'remedy', undefined);
}
