import type { Clock, Ids } from '../ports/platform.ts';
import { createSystemClock, type SystemClock } from '../providers/system-clock.ts';
import { createIds } from '../providers/ulids.ts';
import { createVaultCipher } from '../providers/vault-cipher.ts';
import { createStores, type Stores } from '../stores/create-stores.ts';
import type { Config } from './config.ts';

/** MongoDB behind the ports, with a clock that follows its primary. */
export interface OpenStores {
  readonly stores: Stores;
  readonly clock: Clock & SystemClock;
  readonly ids: Ids;
}

/** Connects. Throws STORE_UNAVAILABLE where no primary answers. Whoever opens it closes `stores`. */
export async function openStores(config: Pick<Config, 'mongodbUri' | 'secret'>): Promise<OpenStores> {
  const stores = await createStores({
    uri: config.mongodbUri,
    cipher: createVaultCipher(config.secret),
    now: () => clock.now(),
  });
  const clock = createSystemClock({ readPrimaryTime: stores.health.readPrimaryClock });
  await clock.measure();
  return { stores, clock, ids: createIds(clock) };
}
