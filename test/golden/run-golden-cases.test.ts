import { describe, expect, it } from 'vitest';
import { expectLeaf } from '../../server/usecases/golden/expect-leaf.ts';
import { generateBoundaryCases } from '../../server/usecases/golden/generate-boundary-cases.ts';
import { overrideParameters } from '../../server/usecases/golden/override-parameters.ts';
import { runGoldenCases } from '../../server/usecases/golden/run-golden-cases.ts';
import type { GoldenCase } from '../../server/contract/rules/golden-case-schema.ts';
import { buildGoldenBench } from './bench.ts';

const bench = await buildGoldenBench();
const UNUSED: GoldenCase = {
  name: 'An untouched pack',
  claim: { about: 'order', reason: 'unused_credits' },
  order: { paid: '14d before the claim' },
  expect: {
    disposition: 'granted',
    reasonCode: 'UNUSED_PACK',
    rule: 'unused-pack',
    remedy: 'cash_full',
    amountMinor: 1000,
  },
};

describe('runGoldenCases', () => {
  it('passes a case that comes out as expected', async () => {
    const [row] = await runGoldenCases('anumi', [UNUSED], bench);
    expect(row).toMatchObject({ name: UNUSED.name, passed: true, differences: [] });
  });

  it('says in words what came out otherwise', async () => {
    const [row] = await runGoldenCases(
      'anumi',
      [{ ...UNUSED, expect: { ...UNUSED.expect, amountMinor: 999, rule: 'courtesy' } }],
      bench,
    );
    expect(row?.passed).toBe(false);
    expect(row?.differences).toEqual([
      'rule: expected "courtesy", got "unused-pack"',
      'amountMinor: expected 999, got 1000',
    ]);
  });

  it('fails a case that cannot be run, and goes on', async () => {
    const rows = await runGoldenCases('anumi', [{ ...UNUSED, parameters: { nonsense: 1 } }, UNUSED], bench);
    expect(rows.map(({ passed }) => passed)).toEqual([false, true]);
    expect(rows[0]?.differences).toEqual(['anumi has no parameter nonsense']);
  });

  it('gives a parameter the value that the case names', async () => {
    const golden: GoldenCase = {
      ...UNUSED,
      parameters: { cashRefundWindow: { amount: 13, unit: 'days', counting: 'elapsed' } },
    };
    const [row] = await runGoldenCases('anumi', [golden], bench);
    expect(row?.decided?.decision.reasonCode).toBe('CASH_WINDOW_PASSED');
  });
});

describe('generateBoundaryCases', () => {
  it('moves an elapsed window by its unit and by a millisecond', () => {
    const cases = generateBoundaryCases(UNUSED, 'anumi', 'cashRefundWindow', bench);
    expect(cases.map(({ golden, position }) => [golden.order?.paid, position])).toEqual([
      ['2026-11-07T12:00:00.000Z', 'below'],
      ['2026-11-06T12:00:00.001Z', 'below'],
      ['2026-11-06T12:00:00.000Z', 'at'],
      ['2026-11-06T11:59:59.999Z', 'above'],
      ['2026-11-05T12:00:00.000Z', 'above'],
    ]);
  });

  it('moves the claim where local days count', () => {
    const golden: GoldenCase = {
      ...UNUSED,
      program: 'jimeng',
      customer: { country: 'DE', zone: 'Europe/Berlin' },
      order: { paid: '2026-11-07T09:00:00Z' },
    };
    const cases = generateBoundaryCases(golden, 'statutory-floor', 'withdrawalWindow', bench);
    expect(cases.map(({ golden: { at } }) => at)).toEqual([
      '2026-11-22T22:59:59.999Z',
      '2026-11-23T22:59:59.998Z',
      '2026-11-23T22:59:59.999Z',
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T22:59:59.999Z',
    ]);
  });

  it('takes a list apart, turns a switch, and has nothing to say of what is unset or absent', () => {
    expect(generateBoundaryCases(UNUSED, 'anumi', 'courtesyEvidence', bench).map(({ name }) => name)).toEqual([
      'as it is',
      'without outputReference',
    ]);
    expect(generateBoundaryCases(UNUSED, 'anumi', 'proRata', bench).map(({ golden }) => golden.parameters)).toEqual([
      { proRata: true },
      { proRata: false },
    ]);
    expect(generateBoundaryCases(UNUSED, 'anumi', 'abuseCycles', bench)).toEqual([]);
    const { order: _order, ...wallet } = UNUSED;
    expect(
      generateBoundaryCases(
        { ...wallet, claim: { about: 'wallet', reason: 'other' } },
        'anumi',
        'cashRefundWindow',
        bench,
      ),
    ).toEqual([]);
    expect(() => generateBoundaryCases(UNUSED, 'anumi', 'nonsense', bench)).toThrow(RangeError);
  });

  it('counts a cap, and the age of its oldest grant', () => {
    const golden: GoldenCase = {
      ...UNUSED,
      claim: { about: 'generation', reason: 'poor_quality', issue: 'broken_anatomy' },
      generation: { status: 'succeeded' },
    };
    const cases = generateBoundaryCases(golden, 'anumi', 'courtesyCap', bench);
    expect(cases.map(({ position, golden: { wallet } }) => [wallet?.courtesyGranted?.length, position])).toEqual([
      [0, 'below'],
      [1, 'at'],
      [2, 'above'],
      [1, 'at'],
      [1, 'below'],
      [1, 'below'],
      [1, 'below'],
    ]);
  });

  it('meets a rate exactly, and goes below its smallest whole', () => {
    const golden: GoldenCase = {
      ...UNUSED,
      parameters: { abuseRefundRate: { basisPoints: 2500, per: { amount: 90, unit: 'days' }, minimumCount: 6 } },
    };
    const cases = generateBoundaryCases(golden, 'anumi', 'abuseRefundRate', bench);
    expect(cases.map(({ name, position }) => [name, position])).toEqual([
      ['1 of 8 refunded', 'below'],
      ['2 of 8 refunded', 'at'],
      ['3 of 8 refunded', 'above'],
      ['5 of 5 refunded', 'below'],
    ]);
  });
});

describe('overrideParameters', () => {
  it('unsets by null and leaves the rest alone', () => {
    const content = bench.programs.get('anumi');
    if (!content) throw new Error('anumi is missing');
    const changed = overrideParameters(content, { cashRefundWindow: null });
    const find = (name: string) => changed.parameters.find((one) => one.name === name);
    expect(find('cashRefundWindow')).toMatchObject({ provenance: 'unset' });
    expect(find('cashRefundWindow')).not.toHaveProperty('value');
    expect(find('courtesyCap')).toEqual(content.parameters.find((one) => one.name === 'courtesyCap'));
    expect(() => overrideParameters(content, { proRata: 3 })).toThrow();
  });
});

describe('expectLeaf', () => {
  it('has an opinion from a position, and from two values without one', () => {
    expect(expectLeaf('withinWindow', 'at', null, null)).toBe(true);
    expect(expectLeaf('reachedCap', 'below', null, null)).toBe(false);
    expect(expectLeaf('longerThan', 'at', null, null)).toBe(false);
    expect(expectLeaf('in', undefined, 'a', ['a', 'b'])).toBe(true);
    expect(expectLeaf('containsAny', undefined, ['c'], ['a', 'b'])).toBe(false);
    expect(expectLeaf('lacksAny', undefined, ['a'], ['a', 'b'])).toBe(true);
    expect(expectLeaf('soundsLike', undefined, 'a', 'b')).toBeNull();
  });
});
