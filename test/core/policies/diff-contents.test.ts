import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { diffContents } from '../../../server/core/policies/diff-contents.ts';
import { listChangedParameters } from '../../../server/core/policies/diff-parameters.ts';
import type { Parameter } from '../../../server/core/policies/parameter.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { canonicalise } from '../../../server/core/records/canonical.ts';
import { buildContent, buildRule, buildWindow } from '../../builders/policy-draft.ts';

const tell = (before: PolicyContent, after: PolicyContent) =>
  diffContents(before, after).map(({ kind, change, name, sentence }) => [kind, change, name, sentence.en]);
const withParameters = (...parameters: Parameter[]) => buildContent({ parameters });

describe('what changed', () => {
  it('is nothing between equal contents', () => {
    expect(diffContents(buildContent(), buildContent())).toEqual([]);
  });

  it('is told of parameters with both values, unit and clause', () => {
    const [item] = diffContents(withParameters(buildWindow('one', 14)), withParameters(buildWindow('one', 10)));
    expect(item).toMatchObject({
      kind: 'parameter',
      change: 'changed',
      name: 'one',
      clause: 'ANUMI-4d',
      unit: 'days',
      old: { amount: 14 },
      new: { amount: 10 },
    });
    expect(item?.sentence).toEqual({
      en: 'Window one: 14 days, exact hours → 10 days, exact hours',
      zh: '期限one：14 天（按小时精确计算） → 10 天（按小时精确计算）',
    });
  });

  it('tells a value that is set for the first time, one that is unset, and an assumption made one’s own', () => {
    const { value: _value, ...rest } = buildWindow('one', 14);
    const unset = { ...rest, provenance: 'unset' } as Parameter;
    expect(tell(withParameters(unset), withParameters(buildWindow('one', 3)))[0]?.[3]).toBe(
      'Window one: Not set → 3 days, exact hours',
    );
    expect(tell(withParameters(buildWindow('one', 3)), withParameters(unset))[0]?.[3]).toBe(
      'Window one: 3 days, exact hours → Not set',
    );
    expect(
      tell(
        withParameters(buildWindow('one', 3, { provenance: 'assumed' })),
        withParameters(buildWindow('one', 3, { provenance: 'confirmed' })),
      )[0]?.[3],
    ).toBe('Window one: assumed → confirmed by an owner');
  });

  it('is told of lists by their members and of a matrix by its cells', () => {
    const list = (...value: string[]) =>
      ({
        name: 'l',
        kind: 'list',
        label: { en: 'List', zh: '列表' },
        provenance: 'stated',
        clauses: [],
        value,
      }) as Parameter;
    expect(tell(withParameters(list('retouch', 'a')), withParameters(list('a', 'studio_shot')))[0]?.[3]).toBe(
      'List: + studio_shot, − retouch',
    );
    const matrix = (cell: string) =>
      ({
        name: 'm',
        kind: 'matrix',
        label: { en: 'Grid', zh: '表' },
        provenance: 'stated',
        clauses: ['P-7a'],
        value: {
          rows: ['ai_backgrounds'],
          columns: ['iOS', 'Web'],
          cells: { ai_backgrounds: { iOS: cell, Web: 'yes' } },
        },
      }) as unknown as Parameter;
    expect(tell(withParameters(matrix('no')), withParameters(matrix('yes')))).toEqual([
      ['matrix', 'changed', 'm/ai_backgrounds/iOS', 'ai_backgrounds / iOS: no → yes'],
    ]);
  });

  it('is told of rules: come, gone, saying something else, moved within their stage', () => {
    const before = buildContent();
    const rules = [
      buildRule('third', 40),
      buildRule('first', 30, {
        event: { type: 'refer', params: { stage: 'eligibility', reasonCode: 'NO', queue: 'abuse' } },
      }),
      buildRule('fourth', 15),
    ];
    const told = tell(before, buildContent({ ruleset: { rules } }));
    expect(told.map(([, change, name]) => [change, name])).toEqual([
      ['changed', 'first'],
      ['added', 'fourth'],
      ['removed', 'second'],
      ['moved', 'third'],
    ]);
    expect(told[0]?.[3]).toContain('deny. ANUMI-4d → When Subject is order: send to a person (abuse).');
    expect(told[3]?.[3]).toBe('Third: 3 → 1 in eligibility');
  });

  it('moves as few rules as it can, and says so where only numbers changed', () => {
    const named = (...names: string[]) =>
      buildContent({ ruleset: { rules: names.map((name, index) => buildRule(name, 100 - index)) } });
    expect(tell(named('a', 'b', 'c', 'd'), named('b', 'c', 'd', 'a')).map(([, , name]) => name)).toEqual(['a']);
    expect(
      tell(
        buildContent(),
        buildContent({ ruleset: { rules: [buildRule('first', 31), buildRule('second', 20), buildRule('third', 10)] } }),
      ),
    ).toEqual([['rule', 'moved', 'priorities', 'Rules are numbered anew; their order is the same']]);
  });

  it('is told of messages per language and of the head', () => {
    const after = buildContent({ versionBasis: 'more_generous', messages: { en: { NO: 'Sorry.' }, zh: { NO: '不' } } });
    expect(tell(buildContent(), after)).toEqual([
      [
        'basis',
        'changed',
        'versionBasis',
        'Version that counts: that in force when the claim came in → the more generous of the two',
      ],
      ['message', 'changed', 'en/NO', 'NO (en): “No.” → “Sorry.”'],
      ['message', 'added', 'zh', 'Language zh'],
      ['message', 'added', 'zh/NO', 'NO (zh): “不”'],
    ]);
  });
});

const shipped = JSON.parse(
  readFileSync(new URL('../../../rules/anumi/ruleset.json', import.meta.url), 'utf8'),
) as PolicyContent['ruleset'];
const parameters = JSON.parse(
  readFileSync(new URL('../../../rules/anumi/parameters.json', import.meta.url), 'utf8'),
) as Parameter[];

/** Any content made of a few rules and parameters, some dropped, moved or changed. */
const anyContent = fc
  .record({
    rules: fc.shuffledSubarray(shipped.rules.slice(0, 7), { minLength: 1 }),
    numbers: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 7, maxLength: 7 }),
    parameters: fc.shuffledSubarray(parameters, { minLength: 0 }),
    text: fc.constantFrom('a', 'b'),
  })
  .map(({ rules, numbers, parameters: some, text }) =>
    buildContent({
      parameters: some,
      ruleset: { rules: rules.map((rule, index) => ({ ...rule, priority: (numbers[index] ?? 0) * 10 + index })) },
      messages: { en: { NO: text } },
    }),
  );

describe('for any two contents', () => {
  test.prop([anyContent, anyContent])(
    'there is a change to tell exactly where their canonical texts differ',
    (before, after) => {
      const items = diffContents(before, after);
      expect(items.length > 0).toBe(canonicalise(before) !== canonicalise(after));
      for (const { sentence } of items) expect([sentence.en.length > 0, sentence.zh.length > 0]).toEqual([true, true]);
    },
  );

  test.prop([anyContent, anyContent])(
    'the parameters that changed are the same in both directions',
    (before, after) => {
      expect(listChangedParameters(before.parameters, after.parameters).toSorted()).toEqual(
        listChangedParameters(after.parameters, before.parameters).toSorted(),
      );
    },
  );
});
