import type { SignInAttempts } from '../ports/sign-in-attempts.ts';
import type { Database } from './database.ts';

/** A count ends so long after its last failure, ms. */
const FORGET_MS = 86_400_000;

/** Failed sign-ins in MongoDB, which all processes share and which survives Redis. */
export function createSignInAttempts(database: Database): SignInAttempts {
  const attempts = database.collection('signInAttempts');
  return {
    async load(names) {
      const rows = await attempts.find({ _id: { $in: names } }).toArray();
      return new Map(
        rows.map(({ _id, failures, lockedUntil }) => [
          _id,
          { failures, ...(lockedUntil === undefined ? {} : { lockedUntil }) },
        ]),
      );
    },
    async count(name, at) {
      const row = await attempts.findOneAndUpdate(
        { _id: name },
        { $inc: { failures: 1 }, $set: { expiresOn: new Date(at + FORGET_MS) } },
        { upsert: true, returnDocument: 'after' },
      );
      return row?.failures ?? 1;
    },
    async bar(name, until) {
      await attempts.updateOne({ _id: name }, { $max: { lockedUntil: until, expiresOn: new Date(until + FORGET_MS) } });
    },
    async forgive(name) {
      await attempts.updateOne({ _id: name, failures: { $gt: 0 } }, { $inc: { failures: -1 } });
    },
    async clear(names) {
      await attempts.deleteMany({ _id: { $in: names } });
    },
  };
}
