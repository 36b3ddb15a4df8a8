import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  groupByStage,
  insertRule,
  moveRule,
  orderRules,
  placeOf,
} from '../../../admin/policy-versions/model/rule-order.ts';
import { STAGES } from '../../../server/contract/policy-vocabulary.ts';
import type { Rule, Stage } from '../../../server/contract/policy-vocabulary.ts';

function rule(name: string, priority: number, stage: Stage): Rule {
  return { name, priority, conditions: { all: [] }, event: { type: 'deny', params: { stage, reasonCode: 'NO' } } };
}

const RULES = [
  rule('a', 60, 'integrity'),
  rule('b', 50, 'billing'),
  rule('c', 40, 'billing'),
  rule('d', 30, 'billing'),
  rule('e', 10, 'fallback'),
];
const names = (rules: readonly Rule[]): string =>
  orderRules(rules)
    .map((one) => one.name)
    .join('');

describe('the order of rules', () => {
  it('moves a rule within its stage and nothing else', () => {
    expect(names(moveRule(RULES, 'd', 0))).toBe('adbce');
    expect(names(moveRule(RULES, 'b', 2))).toBe('acdbe');
    expect(placeOf(moveRule(RULES, 'd', 0), 'd')).toEqual({ place: 1, of: 3 });
  });

  it('does not let a rule leave its stage', () => {
    expect(moveRule(RULES, 'b', -5)).toBe(RULES);
    expect(names(moveRule(RULES, 'b', 99))).toBe('acdbe');
    expect(moveRule(RULES, 'nobody', 1)).toBe(RULES);
  });

  test.prop([fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: -3, max: 9 })])(
    'keeps the priorities',
    (name, place) => {
      const moved = moveRule(RULES, name, place);
      expect(moved.map((one) => one.priority)).toEqual(RULES.map((one) => one.priority));
      expect(groupByStage(moved).map((group) => group.stage)).toEqual(groupByStage(RULES).map((group) => group.stage));
    },
  );

  test.prop([fc.array(fc.constantFrom(...STAGES), { minLength: 1, maxLength: 12 })])(
    'finds room for a rule at the end of its stage',
    (stages) => {
      const all = stages.reduce<readonly Rule[]>(
        (rules, stage, index) => insertRule(rules, rule(`r${index}`, 0, stage)),
        [],
      );
      const priorities = orderRules(all).map((one) => one.priority);
      expect(new Set(priorities).size).toBe(stages.length);
      expect(Math.min(...priorities)).toBeGreaterThan(0);
      const places = orderRules(all).map((one) => STAGES.indexOf(one.event.params.stage));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );
});
