import type { mongo } from 'mongoose';
import type { CountedTry, SignInAttempts } from '../ports/sign-in-attempts.ts';
import type { Database } from './database.ts';
import type { SignInAttemptRow } from './rows/rows.ts';
import { isDuplicate } from './store-error.ts';

/** A count ends so long after its last failure, ms. */
const FORGET_MS = 86_400_000;

/** Failed sign-ins in MongoDB, which all processes share and which survives Redis. */
export function createSignInAttempts(database: Database): SignInAttempts {
  const attempts = database.collection('signInAttempts');
  return {
    async loadBars(names) {
      const rows = await attempts.find({ _id: { $in: names } }).toArray();
      return new Map(
        rows.flatMap(({ _id, lockedUntil }) => (lockedUntil === undefined ? [] : [[_id, lockedUntil] as const])),
      );
    },
    async count(name, at, waitsMs) {
      const count = (): Promise<SignInAttemptRow | null> =>
        attempts.findOneAndUpdate({ _id: name }, countTry(at, waitsMs), { upsert: true, returnDocument: 'before' });
      // Of two first tries at once one finds that the row was just made; the second time it is there for both.
      const before = await count().catch((error: unknown) => (isDuplicate(error) ? count() : Promise.reject(error)));
      return describeTry(before, at, waitsMs);
    },
    async forgive(name, { ownBarUntil }) {
      const lockedUntil = { $cond: [{ $eq: ['$lockedUntil', ownBarUntil ?? null] }, '$$REMOVE', '$lockedUntil'] };
      await attempts.updateOne({ _id: name, failures: { $gt: 0 } }, [
        { $set: { failures: { $subtract: ['$failures', 1] }, lockedUntil } },
      ]);
    },
    async clear(names) {
      await attempts.deleteMany({ _id: { $in: names } });
    },
  };
}

/** A name that is barred stays as it is; any other has one failure more, and the bar that belongs to it. */
function countTry(at: number, waitsMs: readonly number[]): mongo.Document[] {
  const failures = { $add: [{ $ifNull: ['$failures', 0] }, 1] };
  const waitMs = { $arrayElemAt: [[...waitsMs], { $subtract: [{ $min: ['$failures', waitsMs.length] }, 1] }] };
  const isBarred = { $gt: [{ $ifNull: ['$lockedUntil', 0] }, at] };
  const unlessBarred = (field: string, value: unknown): mongo.Document => ({ $cond: [isBarred, `$${field}`, value] });
  return [
    { $set: { wasBarred: isBarred, failures: unlessBarred('failures', failures) } },
    { $set: { waitMs: { $cond: ['$wasBarred', 0, waitMs] } } },
    {
      $set: {
        lockedUntil: { $cond: [{ $gt: ['$waitMs', 0] }, { $add: [at, '$waitMs'] }, '$lockedUntil'] },
        expiresOn: {
          $cond: ['$wasBarred', '$expiresOn', { $toDate: { $add: [at, '$waitMs', FORGET_MS] } }],
        },
      },
    },
    { $unset: ['wasBarred', 'waitMs'] },
  ];
}

/** The same from the row as it was before. */
function describeTry(before: SignInAttemptRow | null, at: number, waitsMs: readonly number[]): CountedTry {
  const { failures, lockedUntil } = before ?? { failures: 0 };
  if (lockedUntil !== undefined && lockedUntil > at) return { barredUntil: lockedUntil };
  const waitMs = waitsMs[Math.min(failures, waitsMs.length - 1)] ?? 0;
  return waitMs > 0 ? { ownBarUntil: at + waitMs } : {};
}
