import { describe, expect, it } from 'vitest';
import { NOT_APPLICABLE, UNKNOWN, type Facts } from '../../../server/core/facts/fact-value.ts';
import { compileRuleset } from '../../../server/engine/compile/compile-ruleset.ts';
import { compareWithReference } from '../../../server/engine/reference/compare-with-reference.ts';
import { interpretRuleset } from '../../../server/engine/reference/interpret.ts';
import { runReference } from '../../../server/engine/reference/run-reference.ts';
import { buildCalendars } from '../../builders/calendars.ts';
import { buildContent, LAB_DICTIONARY, LAB_FACTS, leaf, rule, unset, withParameters } from '../support/lab.ts';

const CALENDARS = buildCalendars();
const held = leaf('lab.ready', 'equal', true);
const failed = leaf('lab.open', 'equal', true);

describe('runReference', () => {
  it('gives rules by priority with the results of all their leaves', async () => {
    const content = buildContent([
      rule('low', 1, { all: [held, { any: [failed, held] }] }),
      rule('high', 9, { not: { all: [held, { not: failed }] } }),
      rule('lone', 5, { not: { not: held } }),
    ]);
    const { rules, decisive } = await runReference(content, LAB_FACTS, CALENDARS);
    expect(rules).toEqual([
      { name: 'high', held: false, leaves: [false, false] },
      { name: 'lone', held: true, leaves: [true] },
      { name: 'low', held: true, leaves: [true, false, true] },
    ]);
    expect(decisive).toBe('lone');
  });

  it('leaves out rules that are off, and fails what is not applicable in both polarities', async () => {
    const shape = leaf('lab.shape', 'equal', 'x');
    const content = buildContent(
      [
        rule('off', 9, { all: [leaf('lab.grants', 'reachedCap', '$cap')] }),
        rule('is', 8, { all: [shape] }),
        rule('is-not', 7, { not: shape }),
      ],
      withParameters(unset('cap', 'off')),
    );
    const { rules, decisive } = await runReference(content, { ...LAB_FACTS, 'lab.shape': NOT_APPLICABLE }, CALENDARS);
    expect(rules.map(({ name, held: holds }) => [name, holds])).toEqual([
      ['is', false],
      ['is-not', false],
    ]);
    expect(decisive).toBeNull();
  });

  it('executes no path', async () => {
    const sneaky = { ...leaf('lab.age', 'withinWindow', '$window'), path: '$.from' };
    await expect(runReference(buildContent([rule('r', 1, { all: [sneaky] })]), LAB_FACTS, CALENDARS)).rejects.toThrow(
      'no path',
    );
  });

  it('is right though many runs overlap: each has an engine of its own', async () => {
    const content = buildContent([
      rule('a', 3, { all: [failed] }),
      rule('b', 2, { all: [leaf('lab.count', 'lessThan', 5)] }),
      rule('c', 1, { all: [held] }),
    ]);
    const runs = await Promise.all(
      Array.from({ length: 40 }, (_, count) =>
        runReference(content, { ...LAB_FACTS, 'lab.count': count % 10 }, CALENDARS),
      ),
    );
    expect(runs.map(({ decisive }) => decisive)).toEqual(
      Array.from({ length: 40 }, (_, count) => (count % 10 < 5 ? 'b' : 'c')),
    );
    expect(runs.every(({ rules }) => rules.length === 3)).toBe(true);
  });
});

describe('interpretRuleset', () => {
  it('tells what it lacks in the rules above the first that held', () => {
    const content = buildContent(
      [
        rule('a', 9, {
          all: [held, { not: { any: [leaf('lab.note', 'equal', 'x'), leaf('lab.grants', 'reachedCap', '$cap')] } }],
        }),
        rule('b', 8, { any: [failed, held] }),
        rule('c', 7, { all: [leaf('lab.shape', 'equal', 'x')] }),
      ],
      withParameters(unset('cap')),
    );
    expect(interpretRuleset(content, { ...LAB_FACTS, 'lab.note': UNKNOWN, 'lab.shape': UNKNOWN }, CALENDARS)).toEqual({
      rules: 'uhu',
      leaves: 'huufhu',
      decisive: 'b',
      missing: ['lab.note', 'param.cap'],
      blockedByUnknown: true,
    });
  });
});

describe('compareWithReference', () => {
  const content = buildContent([
    rule('first', 2, { all: [held, leaf('lab.count', 'lessThan', 3)] }),
    rule('second', 1, { all: [held] }),
  ]);

  it('finds nothing where both agree', async () => {
    expect(await compareWithReference(content, compileRuleset(content, LAB_DICTIONARY), LAB_FACTS, CALENDARS)).toEqual(
      [],
    );
  });

  it('tells every difference of a version that was compiled from other rules', async () => {
    const other = compileRuleset(
      buildContent([
        rule('first', 2, { all: [held, leaf('lab.count', 'lessThan', 4)] }),
        rule('second', 1, { all: [held] }),
      ]),
      LAB_DICTIONARY,
    );
    expect(await compareWithReference(content, other, LAB_FACTS, CALENDARS)).toEqual([
      { reference: 'interpreter', at: 'rules', ours: 'hh', theirs: 'fh' },
      { reference: 'interpreter', at: 'leaves', ours: 'hhh', theirs: 'hfh' },
      { reference: 'interpreter', at: 'decisive', ours: 'first', theirs: 'second' },
      { reference: 'json-rules-engine', at: 'first', ours: 'first:hhh', theirs: 'first:fhf' },
      { reference: 'json-rules-engine', at: 'decisive', ours: 'first', theirs: 'second' },
    ]);
  });

  it('asks the interpreter alone where something is unknown', async () => {
    const facts: Facts = { ...LAB_FACTS, 'lab.count': UNKNOWN };
    const other = compileRuleset(
      buildContent([
        rule('first', 2, { all: [held, leaf('lab.score', 'lessThan', 4)] }),
        rule('second', 1, { all: [leaf('lab.note', 'equal', 'x')] }),
      ]),
      LAB_DICTIONARY,
    );
    const differences = await compareWithReference(content, other, { ...facts, 'lab.note': UNKNOWN }, CALENDARS);
    expect(new Set(differences.map(({ reference }) => reference))).toEqual(new Set(['interpreter']));
    expect(await compareWithReference(content, compileRuleset(content, LAB_DICTIONARY), facts, CALENDARS)).toEqual([]);
  });
});
