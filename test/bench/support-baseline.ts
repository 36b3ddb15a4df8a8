import { randomBytes } from 'node:crypto';
import { mongo } from 'mongoose';
import { runInFlight } from './support-stats.ts';
import type { BenchService } from './support-service.ts';

const COLLECTIONS = ['bench_cases', 'bench_decisions', 'bench_entries'] as const;
/** Bytes of text in each of the three documents: what a case, a decision and a ledger entry of the service hold. */
const BYTES = [800, 4_500, 850] as const;

/** What anybody would write first: one transaction a case that inserts a case, a decision and a ledger entry. */
export interface Baseline {
  /** Cases a second with so many in flight. */
  measureThroughput(count: number, inFlight: number): Promise<number>;
  /** Milliseconds of each case one after the other, with the reads that a claim needs before it. */
  measureAlone(count: number, customers: readonly string[]): Promise<number[]>;
}

/** The baseline on the service's own database, through the same driver, with the same write concern. */
export async function createBaseline({ db }: BenchService): Promise<Baseline> {
  for (const name of COLLECTIONS) await db.createCollection(name);
  const text = BYTES.map((bytes) => randomBytes(bytes / 2).toString('hex'));
  const insertCase = async (): Promise<void> => {
    const session = db.client.startSession();
    try {
      session.startTransaction({ readConcern: { level: 'local' }, writeConcern: { w: 'majority' } });
      for (const [place, name] of COLLECTIONS.entries()) {
        await db
          .collection(name)
          .insertOne({ _id: new mongo.ObjectId(), at: Date.now(), body: text[place] }, { session });
      }
      await session.commitTransaction();
    } finally {
      await session.endSession();
    }
  };
  return {
    async measureThroughput(count, inFlight) {
      const { tookMs } = await runInFlight(count, inFlight, insertCase);
      return (count / tookMs) * 1_000;
    },
    async measureAlone(count, customers) {
      const { each } = await runInFlight(count, 1, async (index) => {
        await readFile(db, customers[index % customers.length] ?? '');
        await insertCase();
      });
      return each;
    },
  };
}

/** The least that a claim has to read: who it is, then all that is known of them, the answer given before, what governs. */
async function readFile(db: mongo.Db, id: string): Promise<void> {
  const key = `anumi/${id}`;
  const findOne = (collection: string, name: string): Promise<unknown> =>
    db.collection<{ _id: string }>(collection).findOne({ _id: name });
  const theirs = { customerKey: key };
  await findOne('customers', key);
  await Promise.all([
    db.collection('wallets').find(theirs).toArray(),
    db.collection('lots').find(theirs).toArray(),
    db.collection('orders').find(theirs).toArray(),
    findOne('generations', `anumi/${id}-generation`),
    findOne('idempotency', `bench\n${id}`),
    db.collection('incidents').find({ program: 'anumi' }).toArray(),
    db.collection('activations').find({ program: 'anumi' }).toArray(),
  ]);
}

/** The number in flight at which the baseline is best: it is compared at its own best. */
export async function findBestInFlight(baseline: Baseline, count: number): Promise<number> {
  let best = { inFlight: 0, perSecond: 0 };
  await baseline.measureThroughput(count, 16);
  for (const inFlight of [8, 16, 32, 64]) {
    const perSecond = await baseline.measureThroughput(count, inFlight);
    if (perSecond > best.perSecond) best = { inFlight, perSecond };
  }
  return best.inFlight;
}
