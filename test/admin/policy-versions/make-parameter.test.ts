import { describe, expect, it } from 'vitest';
import {
  checkParameterName,
  makeParameter,
  replaceOperand,
} from '../../../admin/policy-versions/model/make-parameter.ts';
import { exampleOfCap } from '../../../admin/policy-versions/parameters/cap-model.ts';
import { parameterSchema } from '../../../server/contract/rules/parameter-schema.ts';
import type { Condition } from '../../../server/core/policies/ruleset.ts';

const frame = { name: 'limit', label: { en: 'Limit', zh: '上限' }, clauses: [], unit: 'credits', min: 0, max: 10 };

describe('a parameter made from a value', () => {
  it.each([
    [3, 'threshold'],
    ['order', 'choice'],
    [['order', 'wallet'], 'list'],
    [true, 'switch'],
  ] as const)('from %j is a %s that the contract accepts', (value, kind) => {
    const made = makeParameter(value, { ...frame, options: ['order', 'wallet', 'generation'] });
    expect(parameterSchema.parse(made)).toMatchObject({ kind, value, provenance: 'confirmed' });
  });

  it('needs a name that no other has', () => {
    const others = [makeParameter(1, frame)];
    expect(['limit', 'Limit', 'two words', '', 'limit2'].map((name) => checkParameterName(name, others))).toEqual([
      'taken',
      'form',
      'form',
      'form',
      null,
    ]);
  });
});

describe('an operand in a tree', () => {
  const leaf = (value: number): Condition => ({ fact: 'f', operator: 'equal', value });
  const by = { fact: 'param.limit' };

  it('is replaced at its place alone', () => {
    const tree: Condition = { all: [leaf(1), { any: [leaf(2), { not: leaf(3) }] }] };
    expect(replaceOperand(tree, [0], by)).toEqual({ all: [{ ...leaf(1), value: by }, tree.all[1]] });
    expect(replaceOperand(tree, [1, 1, 0], by)).toEqual({
      all: [leaf(1), { any: [leaf(2), { not: { ...leaf(3), value: by } }] }],
    });
  });

  it('of a lone comparison stands where the builder shows it', () => {
    expect(replaceOperand(leaf(1), [0], by)).toEqual({ ...leaf(1), value: by });
  });

  it('stays where there is none', () => {
    const tree: Condition = { all: [leaf(1)] };
    expect(replaceOperand(tree, [4], by)).toEqual(tree);
    expect(replaceOperand(tree, [], by)).toEqual(tree);
    expect(replaceOperand(tree, [0, 0], by)).toEqual(tree);
  });
});

describe('an example of a cap', () => {
  const now = Date.parse('2026-11-20T10:00:00Z');
  const DAY_MS = 86_400_000;

  it('has as many grants as the cap allows, all in the period, and room when the oldest leaves', () => {
    const example = exampleOfCap({ count: 2, per: { amount: 90, unit: 'days' } }, now);
    expect(example?.grantedAt).toEqual([now - 60 * DAY_MS, now - 30 * DAY_MS]);
    expect(example?.roomAgainAt).toBe(now + 30 * DAY_MS);
  });

  it('is none where nothing is allowed, or more than can be told apart', () => {
    const per = { amount: 90, unit: 'days' } as const;
    expect([0, 25].map((count) => exampleOfCap({ count, per }, now))).toEqual([null, null]);
  });
});
