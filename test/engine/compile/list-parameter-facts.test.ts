import { describe, expect, it } from 'vitest';
import { isSwitchedOff, listParameterFacts } from '../../../server/engine/compile/list-parameter-facts.ts';
import { LAB_PARAMETERS, unset } from '../support/lab.ts';

describe('listParameterFacts', () => {
  it('gives every kind its operand type, and a fact type to those that can stand on the left', () => {
    const types = [...listParameterFacts(LAB_PARAMETERS).values()].map(({ name, operandType, factType }) => [
      name,
      operandType,
      factType,
    ]);
    expect(types).toEqual([
      ['param.window', 'window', undefined],
      ['param.cap', 'cap', undefined],
      ['param.rate', 'rate', undefined],
      ['param.threshold', 'integer', 'integer'],
      ['param.duration', 'duration', undefined],
      ['param.switch', 'boolean', 'boolean'],
      ['param.list', 'list', 'list'],
      ['param.matrix.yes', 'list', 'list'],
      ['param.matrix.no', 'list', 'list'],
      ['param.choice', 'text', 'choice'],
    ]);
  });

  it('reads a matrix as its cells, row by row, leaving out those that are unset', () => {
    const matrix = {
      ...unset('matrix'),
      kind: 'matrix',
      provenance: 'stated',
      value: {
        rows: ['b', 'a'],
        columns: ['x', 'y'],
        cells: { a: { x: 'yes', y: 'unset' }, b: { x: 'no', y: 'yes' } },
      },
    } as const;
    const facts = listParameterFacts([matrix]);
    expect(facts.get('param.matrix.yes')?.value).toEqual(['b/y', 'a/x']);
    expect(facts.get('param.matrix.no')?.value).toEqual(['b/x']);
  });

  it('has no value for an unset parameter, which switches off only where it says so', () => {
    const [refers, off] = [unset('cap'), unset('cap', 'off')].map((parameter) =>
      listParameterFacts([parameter]).get('param.cap'),
    );
    expect(refers).not.toHaveProperty('value');
    expect(refers && isSwitchedOff(refers)).toBe(false);
    expect(off && isSwitchedOff(off)).toBe(true);
    const set = listParameterFacts(
      LAB_PARAMETERS.map((parameter) => ({ ...parameter, whenUnset: 'off' as const })),
    ).get('param.cap');
    expect(set && isSwitchedOff(set)).toBe(false);
  });
});
