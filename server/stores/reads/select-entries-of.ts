import type { mongo } from 'mongoose';
import type { Database } from '../database.ts';
import type { EntryRow } from '../rows/sealed-row.ts';

/**
 * Entries of customers, by customer key. Entries are immutable and carry no customer outside what is sealed; each names a
 * wallet or an order, which have one owner for good and are indexed by it: another index would cost every posting.
 */
export async function selectEntriesOf(
  database: Database,
  customerKeys: readonly unknown[],
): Promise<mongo.Filter<EntryRow>> {
  const owned = { customerKey: { $in: customerKeys.map(String) as `${string}/${string}`[] } };
  const [wallets, orders] = await Promise.all([
    database
      .collection('wallets')
      .find(owned, { projection: { program: 1, walletId: 1 } })
      .toArray(),
    database
      .collection('orders')
      .find(owned, { projection: { program: 1, orderId: 1 } })
      .toArray(),
  ]);
  const parts = [...new Set([...wallets, ...orders].map(({ program }) => program))].flatMap((program) => [
    { program, walletId: { $in: wallets.filter((row) => row.program === program).map((row) => row.walletId) } },
    { program, orderId: { $in: orders.filter((row) => row.program === program).map((row) => row.orderId) } },
  ]);
  return parts.length === 0 ? { _id: { $in: [] } } : { $or: parts };
}
