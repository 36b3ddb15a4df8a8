import { FLOOR_POLICY } from '../core/policies/policy-version.ts';
import type { Readiness, ReadinessCheck } from '../http/operations-routes.ts';
import type { Service } from './composition.ts';

/** Time that one check may take, ms. */
const CHECK_TIMEOUT_MS = 2_000;

const AWAY = 'does not answer';
const UNKNOWN = 'not known: the database does not answer';

/** What an API process needs before requests should be sent to it. Without Redis it still decides: effects wait in the outbox. */
export function createReadiness({ stores, queue, clock }: Pick<Service, 'stores' | 'queue' | 'clock'>): Readiness {
  return () =>
    Promise.all([
      check('mongodb', 'failed', { no: AWAY, unknown: AWAY }, async () => {
        await stores.health.readPrimaryClock();
        return true;
      }),
      check('migrations', 'failed', { no: 'some are missing: run `redress migrate`', unknown: UNKNOWN }, () =>
        stores.health.isMigrated(),
      ),
      check('policies', 'failed', { no: 'no program is published', unknown: UNKNOWN }, async () => {
        const policies = await stores.policies.listPolicies();
        return policies.includes(FLOOR_POLICY) && policies.length > 1;
      }),
      check(
        'clock',
        'failed',
        { no: 'differs from the primary’s by more than 1 s, or cannot be compared', unknown: UNKNOWN },
        () => Promise.resolve(clock.isReady),
      ),
      check('redis', 'degraded', { no: `${AWAY}: effects wait`, unknown: `${AWAY}: effects wait` }, () =>
        queue.isReachable(),
      ),
    ]);
}

/** What is said where something is not so, and where nobody could find out: they call for different things. */
interface Details {
  readonly no: string;
  readonly unknown: string;
}

async function check(
  name: string,
  otherwise: 'failed' | 'degraded',
  details: Details,
  look: () => Promise<boolean>,
): Promise<ReadinessCheck> {
  const isFine = await withinTime(look()).catch(() => null);
  if (isFine === true) return { name, state: 'ok' };
  return { name, state: otherwise, detail: isFine === null ? details.unknown : details.no };
}

/** A store that hangs is as bad as one that fails: null, since nothing was found out. */
async function withinTime(work: Promise<boolean>): Promise<boolean | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), CHECK_TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
