import { describe, expect, it } from 'vitest';
import { nameOwner } from '../../../server/usecases/screens/name-owner.ts';
import { FLOOR_POLICY } from '../../../server/core/policies/policy-version.ts';

const policies = { listPolicies: async () => ['anumi', 'anypic', FLOOR_POLICY] };
const page = (filter: Readonly<Record<string, unknown>>) => ({ from: 0, to: 9, sort: ['id', 'ASC'] as const, filter });

describe('a filter by customer', () => {
  it('names the customer of every program, or of those that are asked for', async () => {
    expect((await nameOwner(page({ customerId: 'c' }), policies)).filter).toEqual({
      customerKey: ['anumi/c', 'anypic/c'],
    });
    expect((await nameOwner(page({ customerId: ['c', 'd'], program: 'anypic' }), policies)).filter).toEqual({
      program: 'anypic',
      customerKey: ['anypic/c', 'anypic/d'],
    });
  });

  it('that is none changes nothing', async () => {
    const asked = page({ program: 'anumi' });
    expect(await nameOwner(asked, policies)).toBe(asked);
  });
});
