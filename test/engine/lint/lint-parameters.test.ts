import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { lintRuleset } from '../../../server/engine/lint/lint-ruleset.ts';
import { buildContent, LAB_DICTIONARY, LAB_PARAMETERS, leaf, rule, unset } from '../support/lab.ts';

function lint(parameters: unknown): string[] {
  const rules = [rule('lone', 1, { all: [leaf('lab.ready', 'equal', true)] })];
  const content = { ...buildContent(rules), parameters } as unknown as PolicyContent;
  return lintRuleset(content, LAB_DICTIONARY).map(({ code, path }) => `${code} ${path.replace('/parameters', '')}`);
}

/** A sound parameter with some of its keys given otherwise, as any JSON; undefined removes one. */
function alter(name: string, changes: Record<string, unknown>): unknown {
  const found = LAB_PARAMETERS.find((parameter) => parameter.name === name);
  return JSON.parse(JSON.stringify({ ...found, ...changes }));
}

describe('parameters', () => {
  it('pass, set and unset, of every kind', () => {
    expect(lint(LAB_PARAMETERS)).toEqual([]);
    expect(lint(LAB_PARAMETERS.map(({ name }) => unset(name, 'off')))).toEqual([]);
  });

  it('are a list of objects with different names', () => {
    expect(lint('none')).toEqual(['wrong_type ']);
    expect(lint([7])).toEqual(['wrong_type /0']);
    expect(lint([LAB_PARAMETERS[0], LAB_PARAMETERS[0]])).toEqual(['duplicate_name /1/name']);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['an unknown kind', 'switch', { kind: 'lever' }, 'bad_value /0/kind'],
    ['an unknown key', 'switch', { colour: 'red' }, 'unknown_key /0/colour'],
    ['a key of another kind', 'switch', { bounds: { min: 0, max: 1 } }, 'unknown_key /0/bounds'],
    ['no bounds', 'cap', { bounds: undefined }, 'missing_key /0'],
    ['bounds without max', 'cap', { bounds: { min: 0 } }, 'missing_key /0/bounds'],
    ['bounds that are texts', 'cap', { bounds: { min: '0', max: '9' } }, 'bad_value /0/bounds'],
    ['bounds the wrong way round', 'cap', { bounds: { min: 9, max: 0 } }, 'bad_value /0/bounds'],
    ['a bad name', 'switch', { name: 'Auto restore' }, 'bad_value /0/name'],
    ['a label in one language', 'switch', { label: { en: 'On' } }, 'bad_value /0/label'],
    ['clauses that are none of the policy', 'switch', { clauses: ['LAB-1', 'LAB-7'] }, 'unknown_clause /0/clauses/1'],
    ['clauses that are no list', 'switch', { clauses: 'LAB-1' }, 'wrong_type /0/clauses'],
    ['an unknown provenance', 'switch', { provenance: 'guessed' }, 'bad_value /0/provenance'],
    ['an unknown whenUnset', 'switch', { whenUnset: 'pay' }, 'bad_value /0/whenUnset'],
    ['a value while unset', 'switch', { provenance: 'unset' }, 'value_and_provenance /0'],
    ['no value while stated', 'switch', { value: undefined }, 'value_and_provenance /0'],
    ['a threshold without unit', 'threshold', { unit: 5 }, 'wrong_type /0/unit'],
    ['no options for a choice', 'choice', { options: undefined }, 'missing_key /0'],
    ['equal options', 'choice', { options: ['red', 'red'] }, 'bad_value /0/options'],
  ])('%s', (_what, name, changes, issue) => {
    expect(lint([alter(name, changes)])).toEqual([issue]);
  });
});

describe('values', () => {
  const per = { amount: 90, unit: 'days' };
  const window = { amount: 14, unit: 'days', counting: 'elapsed' };
  const rate = { basisPoints: 5_000, per, minimumCount: 2 };
  const matrix = { rows: ['r'], columns: ['x'], cells: { r: { x: 'yes' } } };

  it.each<[string, string, unknown, string[]]>([
    ['a window outside its bounds', 'window', { ...window, amount: 1_001 }, ['out_of_bounds /amount']],
    [
      'a window of a negative length',
      'window',
      { ...window, amount: -1 },
      ['bad_value /amount', 'out_of_bounds /amount'],
    ],
    ['a window in half days', 'window', { ...window, amount: 0.5 }, ['bad_value /amount', 'bad_value /amount']],
    ['a window in an unknown unit', 'window', { ...window, unit: 'months' }, ['bad_value /unit']],
    ['a window counted otherwise', 'window', { ...window, counting: 'lunar' }, ['bad_value /counting']],
    ['local days counted in hours', 'window', { ...window, unit: 'hours', counting: 'calendar' }, ['bad_value /unit']],
    ['a window that is a number', 'window', 14, ['wrong_type ']],
    ['a window without counting', 'window', { amount: 14, unit: 'days' }, ['missing_key ']],
    ['a cap outside its bounds', 'cap', { count: 1_001, per }, ['out_of_bounds /count']],
    ['a cap over no time', 'cap', { count: 1, per: { ...per, amount: 0 } }, ['bad_value /per/amount']],
    ['a cap over all time', 'cap', { count: 1, per: { ...per, amount: 401 } }, ['bad_value /per/amount']],
    ['a cap without a period', 'cap', { count: 1, per: 90 }, ['wrong_type /per']],
    [
      'a rate above the whole',
      'rate',
      { ...rate, basisPoints: 10_001 },
      ['bad_value /basisPoints', 'out_of_bounds /basisPoints'],
    ],
    ['a rate of nothing', 'rate', { ...rate, minimumCount: 0 }, ['bad_value /minimumCount']],
    ['a threshold that is a text', 'threshold', '40', ['bad_value ']],
    ['a threshold outside its bounds', 'threshold', -1, ['out_of_bounds ']],
    ['a duration with a counting', 'duration', window, ['unknown_key /counting']],
    ['a duration in an inherited unit', 'duration', { amount: 1, unit: 'constructor' }, ['bad_value /unit']],
    ['a switch that is a text', 'switch', 'on', ['wrong_type ']],
    ['a list that is a text', 'list', 'a', ['wrong_type ']],
    ['a list with a number', 'list', ['a', 1], ['wrong_type ']],
    ['a list that repeats itself', 'list', ['a', 'a'], ['bad_value ']],
    ['a choice of something else', 'choice', 'blue', ['unknown_option ']],
    ['a choice of several', 'choice', ['red'], ['wrong_type ']],
    ['a matrix without a cell', 'matrix', { ...matrix, columns: ['x', 'y'] }, ['missing_key /cells/r']],
    [
      'a matrix with a cell too many',
      'matrix',
      { ...matrix, cells: { r: { x: 'yes', z: 'no' } } },
      ['unknown_key /cells/r/z'],
    ],
    [
      'a matrix with a row too many',
      'matrix',
      { ...matrix, cells: { ...matrix.cells, s: {} } },
      ['unknown_key /cells/s'],
    ],
    ['a matrix that says perhaps', 'matrix', { ...matrix, cells: { r: { x: 'perhaps' } } }, ['bad_value /cells/r']],
    [
      'a matrix with a slash in a row',
      'matrix',
      { rows: ['r/s'], columns: ['x'], cells: { 'r/s': { x: 'no' } } },
      ['bad_value /rows'],
    ],
    ['a matrix of nothing', 'matrix', { rows: [], columns: ['x'], cells: {} }, ['bad_value ']],
    ['a matrix of numbers', 'matrix', { rows: [1], columns: ['x'], cells: {} }, ['wrong_type ']],
    ['a matrix with a row that is a text', 'matrix', { ...matrix, cells: { r: 'yes' } }, ['wrong_type /cells/r']],
  ])('%s is refused', (_what, name, value, issues) => {
    expect(lint([alter(name, { value })]).map((issue) => issue.replace(' /0/value', ' '))).toEqual(issues);
  });

  it('an unsound parameter is reported where it stands, and not again where rules name it', () => {
    const broken = LAB_PARAMETERS.map((parameter) =>
      parameter.name === 'cap' ? { ...parameter, value: { count: -1 } } : parameter,
    ) as Parameter[];
    const content = buildContent([rule('lone', 1, { all: [leaf('lab.grants', 'reachedCap', '$cap')] })], broken);
    expect(lintRuleset(content, LAB_DICTIONARY).map(({ path }) => path)).toEqual(['/parameters/1/value']);
  });
});
