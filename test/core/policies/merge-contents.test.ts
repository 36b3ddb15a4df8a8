import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { mergeContents } from '../../../server/core/policies/merge-contents.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { buildContent, buildRule, buildWindow } from '../../builders/policy-draft.ts';

const windows = (one: number, two: number) =>
  buildContent({ parameters: [buildWindow('one', one), buildWindow('two', two)] });

describe('a merge', () => {
  it('takes what only one side changed, and what both changed alike', () => {
    const { merged, rows, unresolved } = mergeContents(windows(14, 7), windows(12, 7), windows(14, 3));
    expect(merged).toEqual(windows(12, 3));
    expect(rows.map(({ key, state }) => [key, state])).toEqual([
      ['parameter/one', 'theirs'],
      ['parameter/two', 'mine'],
    ]);
    expect(unresolved).toEqual([]);
    expect(mergeContents(windows(14, 7), windows(9, 7), windows(9, 7))).toMatchObject({
      merged: windows(9, 7),
      rows: [{ state: 'same' }],
    });
  });

  it('names what both changed, keeps theirs until somebody decides, and does as is decided', () => {
    const [base, theirs, mine] = [windows(14, 7), windows(12, 7), windows(10, 7)];
    expect(mergeContents(base, theirs, mine)).toMatchObject({
      unresolved: ['parameter/one'],
      merged: theirs,
      rows: [
        {
          state: 'clash',
          base: { value: { amount: 14 } },
          theirs: { value: { amount: 12 } },
          mine: { value: { amount: 10 } },
        },
      ],
    });
    for (const [side, expected] of [
      ['mine', mine],
      ['theirs', theirs],
      ['base', base],
    ] as const) {
      expect(mergeContents(base, theirs, mine, { 'parameter/one': side })).toMatchObject({
        unresolved: [],
        merged: expected,
      });
    }
  });

  it('keeps rules in the order of their priorities, those that came and went included', () => {
    const rules = (...list: [string, number][]) =>
      buildContent({ ruleset: { rules: list.map(([name, priority]) => buildRule(name, priority)) } });
    const { merged } = mergeContents(
      rules(['a', 30], ['b', 20]),
      rules(['a', 30], ['b', 20], ['theirs', 25]),
      rules(['b', 20], ['mine', 40]),
    );
    expect(merged.ruleset.rules.map((rule) => rule.name)).toEqual(['mine', 'theirs', 'b']);
  });

  it('merges messages and the head item by item', () => {
    const theirs = buildContent({ messages: { en: { NO: 'No.', THEIRS: 'x' }, zh: { NO: '不' } } });
    const { merged } = mergeContents(
      buildContent(),
      theirs,
      buildContent({ zone: 'Asia/Shanghai', messages: { en: { NO: 'Sorry.' } } }),
    );
    expect(merged).toMatchObject({
      zone: 'Asia/Shanghai',
      messages: { en: { NO: 'Sorry.', THEIRS: 'x' }, zh: { NO: '不' } },
    });
  });
});

const anyContent: fc.Arbitrary<PolicyContent> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.constantFrom('a', 'b', 'c'))
  .map(([one, two, text]) => ({ ...windows(one, two), messages: { en: { NO: text } } }));

describe('for any three contents', () => {
  test.prop([anyContent, anyContent])('a side that changed nothing gets the other’s', (base, other) => {
    expect(canonicalise(mergeContents(base, other, base).merged)).toBe(canonicalise(other));
    expect(canonicalise(mergeContents(base, base, other).merged)).toBe(canonicalise(other));
  });

  test.prop([anyContent, anyContent, anyContent])(
    'the two sides clash over the same things, whichever is mine',
    (base, a, b) => {
      expect(mergeContents(base, a, b).unresolved.toSorted()).toEqual(mergeContents(base, b, a).unresolved.toSorted());
    },
  );
});
