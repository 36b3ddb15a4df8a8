import { verifyLedger } from '../usecases/verify/verify-ledger.ts';
import type { Config } from './config.ts';
import { openStores } from './open-stores.ts';

/** Checks every invariant of the store and prints each. Answers the exit code: 0 where all hold, 1 at the first that fails. */
export async function verify(config: Pick<Config, 'mongodbUri' | 'secret'>): Promise<number> {
  const { stores, clock } = await openStores(config);
  try {
    const holds = await verifyLedger({
      audits: stores.audits,
      clock,
      print: (line) => process.stdout.write(`${line}\n`),
    });
    return holds ? 0 : 1;
  } finally {
    await stores.close();
  }
}
