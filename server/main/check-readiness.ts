import { FLOOR_POLICY } from '../core/policies/policy-version.ts';
import type { Readiness, ReadinessCheck } from '../http/operations-routes.ts';
import type { Service } from './composition.ts';

/** Time that one check may take, ms. */
const CHECK_TIMEOUT_MS = 2_000;

/** What an API process needs before requests should be sent to it. Without Redis it still decides: effects wait in the outbox. */
export function createReadiness({ stores, queue, clock }: Pick<Service, 'stores' | 'queue' | 'clock'>): Readiness {
  return () =>
    Promise.all([
      check('mongodb', 'failed', 'does not answer', async () => {
        await stores.health.readPrimaryClock();
        return true;
      }),
      check('migrations', 'failed', 'some are missing: run `redress migrate`', async () => {
        await stores.health.assertMigrated();
        return true;
      }),
      check('policies', 'failed', 'no program is published', async () => {
        const policies = await stores.policies.listPolicies();
        return policies.includes(FLOOR_POLICY) && policies.length > 1;
      }),
      check('clock', 'failed', 'differs from the primary’s by more than 1 s, or cannot be compared', () =>
        Promise.resolve(clock.isReady),
      ),
      check('redis', 'degraded', 'does not answer: effects wait', () => queue.isReachable()),
    ]);
}

async function check(
  name: string,
  otherwise: 'failed' | 'degraded',
  detail: string,
  look: () => Promise<boolean>,
): Promise<ReadinessCheck> {
  const isFine = await withinTime(look()).catch(() => false);
  return isFine ? { name, state: 'ok' } : { name, state: otherwise, detail };
}

/** A store that hangs is as bad as one that fails. */
async function withinTime(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
