import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  firstOperand,
  fitsOperand,
  listFactChoices,
  listOperators,
  listParameterOperands,
  operandTypesOf,
} from '../../../admin/policy-versions/model/leaf-choices.ts';
import { readPercentage, readWholeNumber } from '../../../admin/policy-versions/model/read-whole-number.ts';
import type { Condition, Parameter, Rule } from '../../../server/contract/policy-vocabulary.ts';

const PROGRAMS = ['anumi', 'anypic', 'jimeng', 'photoroom', 'post-remixer'];

function load<T>(program: string, file: string): T {
  return JSON.parse(readFileSync(new URL(`../../../rules/${program}/${file}.json`, import.meta.url), 'utf8'));
}

function leavesOf(condition: Condition): { fact: string; operator: string; value: unknown }[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}

describe('what a comparison may be made of', () => {
  it.each(PROGRAMS)('offers every comparison that %s uses', (program) => {
    const parameters = load<Parameter[]>(program, 'parameters');
    const choices = new Map(listFactChoices(parameters).map((choice) => [choice.name, choice]));
    const leaves = load<{ rules: Rule[] }>(program, 'ruleset').rules.flatMap((rule) => leavesOf(rule.conditions));
    const notOffered = leaves.filter(({ fact, operator, value }) => {
      const choice = choices.get(fact);
      return (
        choice === undefined ||
        !listOperators(choice.type).includes(operator) ||
        !fitsOperand(value as Parameters<typeof fitsOperand>[0], choice, operator, parameters)
      );
    });
    expect(leaves.length).toBeGreaterThan(10);
    expect(notOffered).toEqual([]);
  });

  it('begins with an operand that fits, for every fact and operator', () => {
    const parameters = load<Parameter[]>('photoroom', 'parameters');
    for (const choice of listFactChoices(parameters)) {
      for (const operator of listOperators(choice.type)) {
        const possible = !operandTypesOf(choice.type, operator).some((type) => ['rate', 'duration'].includes(type));
        if (possible)
          expect(
            fitsOperand(firstOperand(choice, operator, parameters), choice, operator, parameters),
            `${choice.name} ${operator}`,
          ).toBe(true);
      }
    }
  });

  it('names a matrix by its two lists', () => {
    expect(listParameterOperands(load<Parameter[]>('photoroom', 'parameters'), ['list'])).toContain(
      'param.featurePlatformMatrix.no',
    );
  });
});

describe('numbers that somebody types', () => {
  const bounds = { min: 1, max: 365 };
  it.each([
    ['14', { ok: true, value: 14 }],
    [' 365 ', { ok: true, value: 365 }],
    ['0', { ok: false, wrong: 'out_of_bounds' }],
    ['366', { ok: false, wrong: 'out_of_bounds' }],
    ['abc', { ok: false, wrong: 'not_whole' }],
    ['1.5', { ok: false, wrong: 'not_whole' }],
    ['', { ok: false, wrong: 'not_whole' }],
  ])('reads %j', (text, read) => expect(readWholeNumber(text, bounds)).toEqual(read));

  it.each([
    ['30', 3000],
    ['33.3', 3330],
    ['33,35', 3335],
    ['0.01', 1],
    ['100', 10_000],
  ])('reads %s %% as basis points', (text, value) =>
    expect(readPercentage(text, { min: 1, max: 10_000 })).toEqual({ ok: true, value }),
  );

  it('refuses shares beyond the bounds and what is no share', () => {
    expect(readPercentage('101', { min: 1, max: 10_000 })).toEqual({ ok: false, wrong: 'out_of_bounds' });
    expect(readPercentage('1.234', { min: 1, max: 10_000 })).toEqual({ ok: false, wrong: 'not_whole' });
  });
});
