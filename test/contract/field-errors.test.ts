import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrorsOf } from '../../server/contract/field-errors.ts';
import { claimRequestSchema } from '../../server/contract/http/claim-request.ts';
import { currencySchema } from '../../server/contract/http/currency.ts';
import { createListSchema } from '../../server/contract/http/list-query.ts';
import { PAYOUT_LIST } from '../../server/contract/http/lists.ts';
import { instantSchema } from '../../server/contract/http/primitives.ts';
import { buildClaim } from '../builders/requests.ts';

const { range } = createListSchema(PAYOUT_LIST);
const filter = createListSchema({
  ...PAYOUT_LIST,
  filters: { topic: 'topic', code: 'code', buriedAt: 'instant' },
}).filter;
const errorsOf = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldErrorsOf(parsed.error, '/filter');
};

describe('errors of fields', () => {
  it.each([
    ['one value', { topic: 'x' }, '/filter/topic'],
    ['one of several', { topic: ['payout', 'x'] }, '/filter/topic/1'],
    ['a number', { topic: 3 }, '/filter/topic'],
  ])('name the allowed values where %s is none of them', (_name, value, pointer) => {
    expect(errorsOf(filter, value)).toEqual([
      { pointer, code: 'invalid_value', message: 'must be one of outcome, payout' },
    ]);
  });

  it('name the filters of a list where another is asked for, and never repeat a value', () => {
    const [error] = errorsOf(filter, { status: 'secret' });
    expect(error).toMatchObject({ pointer: '/filter/status', code: 'unknown_field' });
    expect(error?.message).toMatch(/^is no filter of this list; it has topic, code, buriedAt/);
    expect(JSON.stringify(errorsOf(filter, { topic: 'secret', code: { a: 'secret' } }))).not.toContain('secret');
  });

  it.each([
    ['a missing field', z.object({ v: z.string() }), {}, 'required'],
    ['a missing choice', z.object({ v: z.enum(['a', 'b']) }), {}, 'required'],
    ['a missing object', z.object({ v: z.strictObject({}) }), {}, 'required'],
    ['another kind', z.object({ v: z.string() }), { v: null }, 'invalid_type'],
    ['no instant', z.object({ v: instantSchema }), { v: 'today' }, 'invalid_instant'],
    ['no currency', z.object({ v: currencySchema }), { v: 'EURO' }, 'invalid_currency'],
    ['a range that ends before it begins', z.object({ v: range }), { v: [10, 0] }, 'invalid_range'],
    ['a rule without a code', z.object({ v: z.int().refine(() => false, 'must be odd') }), { v: 2 }, 'invalid_value'],
  ])('have a code of their own for %s', (_name, schema, value, code) => {
    const parsed = schema.safeParse(value, { reportInput: true });
    const errors = parsed.success ? [] : fieldErrorsOf(parsed.error);
    expect(errors.map((error) => [error.pointer, error.code])).toEqual([['/v', code]]);
  });

  it('name the fields of a claim where another is sent', () => {
    const parsed = claimRequestSchema.safeParse(buildClaim({ fields: { foo: 'secret' } }));
    const [error] = parsed.success ? [] : fieldErrorsOf(parsed.error);
    expect(error).toMatchObject({ pointer: '/fields/foo', code: 'unknown_field' });
    expect(error?.message).toMatch(/^is no field of a claim; it has .*description/);
  });

  it('tell what kind is wanted where no alternative fits', () => {
    expect(errorsOf(filter, { code: 7 })).toEqual([
      { pointer: '/filter/code', code: 'invalid_type', message: 'must be a text' },
    ]);
  });

  it('do not guess between alternatives that fit alike', () => {
    const either = z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]);
    expect(errorsOf(either, { a: 1, b: 1 })).toEqual([
      { pointer: '/filter', code: 'invalid_union', message: 'invalid input' },
    ]);
  });

  it('say so where only one value is allowed', () => {
    expect(errorsOf(z.object({ v: z.literal('1.0') }), { v: '2' })[0]?.message).toBe('must be 1.0');
  });

  it.each([
    ['what is missing', z.object({ v: z.string() }), {}, 'is required'],
    ['a missing choice', z.object({ v: z.enum(['a', 'b']) }), {}, 'must be one of a, b'],
    ['another kind', z.object({ v: z.int() }), { v: 1.5 }, 'must be a whole number'],
    ['no list', z.object({ v: z.array(z.string()) }), { v: {} }, 'must be a list'],
    ['too little', z.object({ v: z.int().min(0) }), { v: -1 }, 'must be at least 0'],
    ['too much', z.object({ v: z.number().lt(5) }), { v: 5 }, 'must be less than 5'],
    ['no text', z.object({ v: z.string().min(1).regex(/^a/) }), { v: '' }, 'must have at least 1 character'],
    ['too many', z.object({ v: z.array(z.int()).max(2) }), { v: [1, 2, 3] }, 'must have at most 2 items'],
    ['ours', z.object({ v: z.string().min(9, 'must be long') }), { v: 'a' }, 'must be long'],
  ])('say of %s what would be right, once', (_name, schema, value, message) => {
    expect(errorsOf(schema, value).map((error) => [error.pointer, error.message])).toEqual([['/filter/v', message]]);
  });
});
