import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { toCondition, toQuery, toRootQuery } from '../../../admin/policy-versions/model/condition-query.ts';
import type { QueryGroup } from '../../../admin/policy-versions/model/condition-query.ts';
import type { Condition } from '../../../server/contract/policy-vocabulary.ts';
import { conditionSchema } from '../../../server/contract/rules/ruleset-schema.ts';

const operand = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(fc.string(), { minLength: 1, maxLength: 4 }),
  fc.constant({ fact: 'param.refundWindow' }),
);

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition; group: Condition }>((tie) => ({
  leaf: fc.record({
    fact: fc.constantFrom('order.paidToClaim', 'claim.reason', 'param.proRata'),
    operator: fc.constantFrom('equal', 'notIn', 'withinWindow'),
    value: operand,
  }),
  group: fc.oneof(
    fc.record({ all: fc.array(tie('condition'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 4 }) }),
    fc.record({ not: tie('condition') }),
  ),
  condition: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('group')),
}));

describe('the builder and json-rules-engine’s format', () => {
  test.prop([condition], { numRuns: 500 })('lose nothing on the way there and back', (tree) => {
    expect(toCondition(toQuery(tree))).toEqual(tree);
  });

  test.prop([condition], { numRuns: 500 })('agree once the builder has written a rule', (tree) => {
    const written = toCondition(toRootQuery(tree));
    expect(toCondition(toRootQuery(written))).toEqual(written);
    expect(conditionSchema.safeParse(written).success).toBe(conditionSchema.safeParse(tree).success);
  });

  it('denies all parts of a not together', () => {
    const leaf = { field: 'claim.reason', operator: 'equal', value: 'other' };
    const query: QueryGroup = { combinator: 'not', rules: [leaf, leaf] };
    const part = { fact: 'claim.reason', operator: 'equal', value: 'other' };
    expect(toCondition(query)).toEqual({ not: { all: [part, part] } });
  });

  it('gives a lone comparison a group to stand in', () => {
    const leaf = { fact: 'subject.known', operator: 'equal', value: false };
    expect(toCondition(toRootQuery(leaf))).toEqual({ all: [leaf] });
  });
});
