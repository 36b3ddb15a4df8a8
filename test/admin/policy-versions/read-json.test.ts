import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { locateJson, readJson } from '../../../admin/policy-versions/model/read-json.ts';
import { ruleSchema } from '../../../server/contract/rules/ruleset-schema.ts';

const RULE = {
  name: 'unused-pack',
  priority: 10,
  conditions: { all: [{ fact: 'order.creditsUsedNet', operator: 'equal', value: 0 }] },
  event: { type: 'deny', params: { stage: 'eligibility', reasonCode: 'NO' } },
};
const text = JSON.stringify(RULE, null, 2);
const at = (source: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  source.slice(from, to);

describe('JSON that somebody types', () => {
  it('is read where it is a rule', () => {
    expect(readJson(text, ruleSchema)).toEqual({ ok: true, value: RULE });
  });

  it('tells where a value is wrong', () => {
    const broken = text.replace('"priority": 10', '"priority": "ten"');
    const read = readJson(broken, ruleSchema);
    expect(read.ok ? [] : read.problems.map((problem) => at(broken, problem))).toEqual(['"priority": "ten"']);
  });

  it('points at the parent of what is missing, and at a field that nobody knows', () => {
    const broken = text.replace('"stage": "eligibility",', '"stag": "eligibility",');
    const read = readJson(broken, ruleSchema);
    const places = read.ok ? [] : read.problems.map((problem) => at(broken, problem));
    expect(places).toContain('"stag": "eligibility"');
    expect(places.some((place) => place.startsWith('"params": {'))).toBe(true);
  });

  it.each([
    ['x{}', 0],
    ['{"a": }', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['"abc', 0],
    ['{} x', 3],
  ])('finds the place at which %j is no JSON', (broken, place) => {
    const read = readJson(broken, ruleSchema);
    expect(read.ok ? -1 : read.problems[0]?.from).toBe(place);
  });

  test.prop([fc.json({ maxDepth: 4 }), fc.constantFrom(0, 2)])('locates every value', (compact, indent) => {
    const source = JSON.stringify(JSON.parse(compact), null, indent);
    const places = locateJson(source);
    const walk = (value: unknown, pointer: string): void => {
      const found = at(source, places.get(pointer) ?? { from: 0, to: 0 });
      const own =
        /^"(?:[^"\\]|\\.)*"\s*:/u.test(found) && pointer !== '' ? found.replace(/^"(?:[^"\\]|\\.)*"\s*:/u, '') : found;
      expect(JSON.parse(own)).toEqual(value);
      if (Array.isArray(value)) value.forEach((one, index) => walk(one, `${pointer}/${index}`));
      else if (typeof value === 'object' && value !== null) {
        for (const [key, one] of Object.entries(value))
          walk(one, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
    };
    walk(JSON.parse(source), '');
  });
});
