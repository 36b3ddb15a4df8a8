import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clausesFileSchema } from '../../../server/contract/rules/clauses-schema.ts';
import { goldenCaseSchema } from '../../../server/contract/rules/golden-case-schema.ts';
import { messagesSchema } from '../../../server/contract/rules/messages-schema.ts';
import { parametersFileSchema } from '../../../server/contract/rules/parameter-schema.ts';
import { policyContentSchema, policyFileSchema } from '../../../server/contract/rules/policy-file-schema.ts';
import { rulesetFileSchema } from '../../../server/contract/rules/ruleset-schema.ts';

const FILES = {
  'policy.json': policyFileSchema,
  'parameters.json': parametersFileSchema,
  'ruleset.json': rulesetFileSchema,
  'clauses.json': clausesFileSchema,
  'a message file': messagesSchema,
  'a golden case': goldenCaseSchema,
  'the content of a version': policyContentSchema,
};

/** Paths of properties that a JSON schema does not describe. */
function listUndescribed(node: unknown, path: string): string[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => listUndescribed(one, `${path}/${index}`));
  if (typeof node !== 'object' || node === null) return [];
  const own = Object.entries('properties' in node && typeof node.properties === 'object' ? { ...node.properties } : {});
  const bare = own.filter(([, schema]) => !isDescribed(schema)).map(([name]) => `${path}/${name}`);
  return [...bare, ...Object.entries(node).flatMap(([key, one]) => listUndescribed(one, `${path}/${key}`))];
}

const isDescribed = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && ('description' in schema || '$ref' in schema);

describe.each(Object.entries(FILES))('the schema of %s', (_name, schema) => {
  it('describes every property', () => {
    expect(listUndescribed(z.toJSONSchema(schema, { io: 'input' }), '')).toEqual([]);
  });
});

const RULE = {
  name: 'late',
  priority: 10,
  conditions: { all: [{ fact: 'order.paidToClaim', operator: 'outsideWindow', value: { fact: 'param.window' } }] },
  event: { type: 'deny', params: { stage: 'eligibility', reasonCode: 'TOO_LATE', clause: 'ANUMI-4d' } },
};
const withRule = (changes: object): unknown => ({ rules: [{ ...RULE, ...changes }] });
const leaf = RULE.conditions.all[0];

describe('ruleset.json', () => {
  it('is read as it is written', () => {
    expect(rulesetFileSchema.parse(withRule({}))).toEqual(withRule({}));
  });

  it.each([
    ['a leaf at the top', { conditions: leaf }],
    ['two groups in one node', { conditions: { all: [leaf], any: [leaf] } }],
    ['a leaf with a path', { conditions: { all: [{ ...leaf, path: '$.x' }] } }],
    ['a leaf with params', { conditions: { all: [{ ...leaf, params: {} }] } }],
    ['a shared condition', { conditions: { all: [{ condition: 'shared' }] } }],
    ['a null operand', { conditions: { all: [{ ...leaf, value: null }] } }],
    ['a fraction', { conditions: { all: [{ ...leaf, value: 1.5 }] } }],
    ['an own __proto__', { conditions: JSON.parse('{"all":[],"__proto__":{}}') as object }],
    ['an unknown effect', { event: { ...RULE.event, type: 'explode' } }],
    ['a grant without a remedy', { event: { ...RULE.event, type: 'grant' } }],
    ['a remedy without a grant', { event: { type: 'deny', params: { ...RULE.event.params, remedy: 'cash_full' } } }],
    ['a name that is no name', { name: 'Late Rule' }],
    ['an unknown property', { onSuccess: 'x' }],
  ])('refuses %s', (_what, changes) => {
    expect(rulesetFileSchema.safeParse(withRule(changes)).success).toBe(false);
  });
});

const PARAMETER = {
  name: 'window',
  kind: 'window',
  label: { en: 'Window', zh: '期限' },
  provenance: 'stated',
  clauses: ['ANUMI-4d'],
  value: { amount: 14, unit: 'days', counting: 'elapsed' },
  bounds: { min: 1, max: 90 },
};

describe('parameters.json', () => {
  it.each([1, 14, 90])('takes %i within 1 to 90', (amount) => {
    const value = { ...PARAMETER.value, amount };
    expect(parametersFileSchema.safeParse([{ ...PARAMETER, value }]).success).toBe(true);
  });

  it.each([
    ['a value below its bounds', { value: { ...PARAMETER.value, amount: 0 } }],
    ['a value above its bounds', { value: { ...PARAMETER.value, amount: 91 } }],
    ['bounds the wrong way round', { bounds: { min: 90, max: 1 } }],
    ['an unset one with a value', { provenance: 'unset' }],
    ['a stated one without a value', { value: undefined }],
    ['a way of counting that is none', { value: { ...PARAMETER.value, counting: 'guess' } }],
    ['a value of another kind', { value: true }],
    ['a label in one language', { label: { en: 'Window' } }],
    ['an unknown property', { colour: 'red' }],
  ])('refuses %s', (_what, changes) => {
    expect(parametersFileSchema.safeParse([{ ...PARAMETER, ...changes }]).success).toBe(false);
  });

  it('refuses two of one name, and says where', () => {
    const result = parametersFileSchema.safeParse([PARAMETER, PARAMETER]);
    expect(result.error?.issues.map(({ path }) => path)).toEqual([[1, 'name']]);
  });

  it('refuses what is not among the options', () => {
    const choice = {
      name: 'c',
      kind: 'choice',
      label: PARAMETER.label,
      provenance: 'stated',
      clauses: [],
      options: ['full', 'generic'],
    };
    expect(parametersFileSchema.safeParse([{ ...choice, value: 'generic' }]).success).toBe(true);
    expect(parametersFileSchema.safeParse([{ ...choice, value: 'loud' }]).success).toBe(false);
    const list = { ...choice, name: 'l', kind: 'list' };
    expect(parametersFileSchema.safeParse([{ ...list, value: ['full', 'loud'] }]).success).toBe(false);
  });

  it('refuses a matrix with a hole or a stray cell', () => {
    const matrix = (cells: object): unknown => [
      {
        name: 'm',
        kind: 'matrix',
        label: PARAMETER.label,
        provenance: 'stated',
        clauses: [],
        value: { rows: ['a'], columns: ['x', 'y'], cells },
      },
    ];
    expect(parametersFileSchema.safeParse(matrix({ a: { x: 'yes', y: 'unset' } })).success).toBe(true);
    expect(parametersFileSchema.safeParse(matrix({ a: { x: 'yes' } })).success).toBe(false);
    expect(parametersFileSchema.safeParse(matrix({ a: { x: 'yes', y: 'no', z: 'no' } })).success).toBe(false);
    expect(parametersFileSchema.safeParse(matrix({ a: { x: 'yes', y: 'no' }, b: {} })).success).toBe(false);
  });
});

describe('messages', () => {
  it('may fill in what somebody fills in, and nothing else', () => {
    expect(messagesSchema.safeParse({ UNUSED_PACK: 'We refund {amount}.' }).success).toBe(true);
    expect(messagesSchema.safeParse({ UNUSED_PACK: 'We refund {sum}.' }).success).toBe(false);
    expect(messagesSchema.safeParse({ UNUSED_PACK: 'We refund {amount.' }).success).toBe(false);
    expect(messagesSchema.safeParse({ unusedPack: 'We refund {amount}.' }).success).toBe(false);
  });
});

describe('clauses.json', () => {
  const clause = { id: 'ANUMI-4d', paraphrase: 'Late is late.', carriedBy: 'rule', where: ['late'] };
  it('takes each clause once, with what carries it out', () => {
    expect(clausesFileSchema.safeParse([clause]).success).toBe(true);
    expect(clausesFileSchema.safeParse([clause, clause]).success).toBe(false);
    expect(clausesFileSchema.safeParse([{ ...clause, where: 'late' }]).success).toBe(false);
    expect(clausesFileSchema.safeParse([{ ...clause, carriedBy: 'not_yet', where: 'the review queue' }]).success).toBe(
      true,
    );
    expect(clausesFileSchema.safeParse([{ ...clause, carriedBy: 'nobody' }]).success).toBe(false);
  });
});
