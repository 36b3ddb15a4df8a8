import { describe, expect, it } from 'vitest';
import { createReadiness } from '../../server/main/check-readiness.ts';

type Parts = Parameters<typeof createReadiness>[0];

/** The few parts of a service that readiness looks at; each answers what a test says. */
function partsOf(answers: {
  readonly primaryClock?: () => Promise<number>;
  readonly migrated?: () => Promise<boolean>;
  readonly policies?: () => Promise<string[]>;
  readonly redis?: boolean;
  readonly clock?: boolean;
}): Parts {
  const parts = {
    stores: {
      health: {
        readPrimaryClock: answers.primaryClock ?? (async () => 1),
        isMigrated: answers.migrated ?? (async () => true),
      },
      policies: { listPolicies: answers.policies ?? (async () => ['statutory-floor', 'anumi']) },
    },
    queue: { isReachable: async () => answers.redis ?? true },
    clock: { isReady: answers.clock ?? true },
  };
  return parts as unknown as Parts;
}

const away = () => Promise.reject(new Error('away'));

async function lookAt(answers: Parameters<typeof partsOf>[0]): Promise<Record<string, string>> {
  const checks = await createReadiness(partsOf(answers))();
  return Object.fromEntries(checks.map(({ name, state, detail }) => [name, `${state} ${detail ?? ''}`.trim()]));
}

describe('what readiness says', () => {
  it('is ok of everything that is', async () => {
    expect(await lookAt({})).toEqual({
      mongodb: 'ok',
      migrations: 'ok',
      policies: 'ok',
      clock: 'ok',
      redis: 'ok',
    });
  });

  it('sends nobody to migrate or publish while the database is silent', async () => {
    expect(await lookAt({ primaryClock: away, migrated: away, policies: away, clock: false })).toEqual({
      mongodb: 'failed does not answer',
      migrations: 'failed not known: the database does not answer',
      policies: 'failed not known: the database does not answer',
      clock: 'failed differs from the primary’s by more than 1 s, or cannot be compared',
      redis: 'ok',
    });
  });

  it('says what to do where the database answers and lacks something', async () => {
    expect(await lookAt({ migrated: async () => false, policies: async () => ['statutory-floor'] })).toMatchObject({
      mongodb: 'ok',
      migrations: 'failed some are missing: run `redress migrate`',
      policies: 'failed no program is published',
    });
  });

  it('is degraded without Redis', async () => {
    expect(await lookAt({ redis: false })).toMatchObject({ redis: 'degraded does not answer: effects wait' });
  });
});
