import { describe, expect, it } from 'vitest';
import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import { FLOOR_POLICY } from '../../../server/core/policies/policy-version.ts';
import { PolicyCatalogue } from '../../../server/usecases/policies/policy-catalogue.ts';
import { createMemoryStores } from '../../fakes/stores/memory-stores.ts';

describe('which programs there are', () => {
  function build(): { catalogue: PolicyCatalogue; names: string[]; count: () => number; pass: (ms: number) => void } {
    let [reads, now] = [0, 1_000];
    const names = ['anumi', FLOOR_POLICY];
    const policies = {
      ...createMemoryStores().policies,
      listPolicies: async () => {
        reads += 1;
        const seen = [...names];
        await Promise.resolve();
        return seen;
      },
    };
    const catalogue = new PolicyCatalogue(policies, FACT_DICTIONARY, { now: () => now });
    return { catalogue, names, count: () => reads, pass: (ms) => (now += ms) };
  }

  it('costs one read for a whole batch, and none while the answer is fresh', async () => {
    const { catalogue, count, pass } = build();
    const ask = (): Promise<boolean[]> => Promise.all(Array.from({ length: 500 }, () => catalogue.hasProgram('anumi')));
    expect(new Set(await ask())).toEqual(new Set([true]));
    expect(count()).toBe(1);
    await ask();
    expect(count()).toBe(1);
    pass(2_001);
    await ask();
    expect(count()).toBe(2);
  });

  it('knows a program that was published while others were still reading', async () => {
    const { catalogue, names } = build();
    const before = catalogue.hasProgram('anypic');
    names.push('anypic');
    expect(await catalogue.hasProgram('anypic')).toBe(true);
    await before;
  });

  it('does not take the floor for a program', async () => {
    const { catalogue } = build();
    expect(await catalogue.hasProgram(FLOOR_POLICY)).toBe(false);
  });
});
