import { fc, it as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findJsonHazard, MAX_DEPTH } from '../../../server/http/decode/find-json-hazard.ts';

const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

describe('hazards in JSON', () => {
  prop.prop([fc.jsonValue({ depthSize: 'small', maxDepth: 10 })])('are not found in ordinary values', (value) => {
    const text = JSON.stringify(value);
    // JSON.stringify writes keys and texts that are hazards too; those are covered below.
    fc.pre(!/\\u0000|\\ud[89a-f]|"(\$|__proto__|constructor|prototype)/i.test(text) && !/e\+|\d{16,}/.test(text));
    expect(findJsonHazard(JSON.parse(text))).toBeNull();
  });

  it('are found just beyond the depth, and not at it', () => {
    expect(findJsonHazard(nest(MAX_DEPTH))).toBeNull();
    expect(findJsonHazard(nest(MAX_DEPTH + 1))).toMatchObject({ code: 'too_deep' });
    expect(findJsonHazard(nest(500_000))).toMatchObject({ code: 'too_deep' });
  });

  it.each([
    ['{"a":[1,{"$set":1}]}', '/a/1/$set', 'forbidden_key'],
    ['{"a":{"__proto__":1}}', '/a/__proto__', 'forbidden_key'],
    ['{"prototype":1}', '/prototype', 'forbidden_key'],
    ['{"a~b/c":"\\ud83d"}', '/a~0b~1c', 'ill_formed_text'],
    ['{"a":{"\\u0000":1}}', '/a', 'ill_formed_text'],
    ['["\\u0000"]', '/0', 'ill_formed_text'],
    ['[9007199254740992]', '/0', 'unsafe_number'],
    ['[-1e999]', '/0', 'unsafe_number'],
  ])('%s: %s %s', (text, pointer, code) => {
    expect(findJsonHazard(JSON.parse(text))).toMatchObject({ pointer, code });
  });

  it.each(['["😀"]', '[9007199254740991]', '[0.5]', '[null,true]', '{"a$b":1}', '"$9.99"'])('%s is fine', (text) => {
    expect(findJsonHazard(JSON.parse(text))).toBeNull();
  });
});
