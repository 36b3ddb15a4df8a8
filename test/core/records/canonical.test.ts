import { fc, test } from '@fast-check/vitest';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { CanonicalError, canonicalise } from '../../../server/core/records/canonical.ts';

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((s) => !s.includes('\0') && !/\p{Surrogate}/u.test(s));
const { value } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('"', '\\', '\n', '\u2028', '€', '😀'),
  ),
  value: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('a', 'B', '10', '9', '😀', '\ue000', 'toString')), tie('value'), {
      maxKeys: 6,
      noNullPrototype: true,
    }),
  ),
}));

describe('canonicalise', () => {
  test.prop([value], { numRuns: 2000 })('agrees with the package byte for byte', (sample) => {
    expect(canonicalise(sample)).toBe(canonicalize(sample));
  });

  test.prop([value])('survives parsing', (sample) => {
    expect(canonicalise(JSON.parse(canonicalise(sample)))).toBe(canonicalise(sample));
  });

  it('orders keys by UTF-16 code units, not by code points or numbers', () => {
    expect(canonicalise({ '\ue000': 1, '😀': 2, '9': 3, '10': 4, B: 5, a: 6 })).toBe(
      '{"10":4,"9":3,"B":5,"a":6,"😀":2,"\ue000":1}',
    );
  });

  test.prop([fc.dictionary(text, fc.boolean(), { minKeys: 38, maxKeys: 60, noNullPrototype: true })])(
    'sorts many keys like few',
    (sample) => {
      expect(canonicalise(sample)).toBe(canonicalize(sample));
    },
  );

  it('leaves absent properties out and writes minus zero as zero', () => {
    expect(canonicalise({ b: undefined, a: -0, c: null })).toBe('{"a":0,"c":null}');
  });

  it.each([
    ['a fraction', 0.5],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['an integer beyond the safe range', 2 ** 53],
    ['undefined in an array', [undefined]],
    ['undefined itself', undefined],
    ['half a surrogate pair', 'a\ud800'],
    ['half a surrogate pair in a key', { '\udc00': 1 }],
    ['NUL', 'a\0b'],
    ['a symbol', { a: Symbol('x') }],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ])('refuses %s', (_name, sample) => {
    expect(() => canonicalise(sample)).toThrow(CanonicalError);
  });

  it('refuses a circle and what is nested too deep', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(() => canonicalise(circle)).toThrow(/nested deeper/);
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    expect(canonicalise(deep)).toContain('[[1]]');
    expect(() => canonicalise([deep])).toThrow(CanonicalError);
  });
});
