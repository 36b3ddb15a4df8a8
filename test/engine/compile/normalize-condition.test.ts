import { describe, expect, it } from 'vitest';
import { normalizeCondition } from '../../../server/engine/compile/normalize-condition.ts';
import { leaf } from '../support/lab.ts';

const red = leaf('lab.colour', 'equal', 'red');
const ready = leaf('lab.ready', 'equal', true);

describe('normalizeCondition', () => {
  it('leaves a condition without not as it is', () => {
    const condition = { all: [red, { any: [ready, red] }] };
    expect(normalizeCondition(condition)).toEqual(condition);
  });

  it('turns a negated leaf into its complement, and back under a second not', () => {
    const negated = { ...red, operator: 'notEqual' };
    expect(normalizeCondition({ not: red })).toEqual(negated);
    expect(normalizeCondition({ not: { not: red } })).toEqual(red);
    expect(normalizeCondition({ not: negated })).toEqual(red);
  });

  it('swaps all and any below a not, keeping the order of the leaves', () => {
    expect(normalizeCondition({ not: { all: [red, { any: [ready, { not: red }] }] } })).toEqual({
      any: [{ ...red, operator: 'notEqual' }, { all: [{ ...ready, operator: 'notEqual' }, red] }],
    });
  });

  it('refuses an operator without a known complement', () => {
    expect(() => normalizeCondition({ not: { ...red, operator: 'like' } })).toThrow(RangeError);
  });
});
