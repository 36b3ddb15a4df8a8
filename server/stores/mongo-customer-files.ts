import type {
  Customer,
  CustomerFile,
  CustomerKey,
  Generation,
  Lot,
  Order,
  Wallet,
} from '../core/customers/customer-file.ts';
import type { Case } from '../core/cases/case.ts';
import { FILE_PARTS, type CustomerFiles, type FileParts } from '../ports/customer-files.ts';
import type { Database } from './database.ts';
import { fromIdRow, fromKeyRow } from './rows/keyed-row.ts';

/** Collections of the things that an owner's key can name. */
const THINGS = { order: 'orders', wallet: 'wallets', generation: 'generations', lot: 'lots' } as const;

/** Files read in bulk from MongoDB. */
export function createCustomerFiles(database: Database): CustomerFiles {
  return {
    findOwners: (keys) => findOwners(database, keys),
    load: (customerKeys, generationKeys, parts) => load(database, customerKeys, generationKeys, parts),
    async listCasesWithSender(customerKey, limit) {
      const rows = await database
        .collection('cases')
        .find(
          {
            customerId: customerKey.slice(customerKey.indexOf('/') + 1),
            customerKey,
            $or: [{ 'claim.sender.emailHash': { $exists: true } }, { 'claim.sender.phoneHash': { $exists: true } }],
          },
          { projection: { _id: 1 } },
        )
        .limit(limit)
        .toArray();
      return rows.map((row) => row._id);
    },
    async loadCases(ids) {
      if (ids.length === 0) return new Map();
      const rows = await database
        .collection('cases')
        .find({ _id: { $in: ids } })
        .toArray();
      return new Map(rows.map((row) => [row._id, fromIdRow<Case>(row)]));
    },
  };
}

async function findOwners(database: Database, keys: readonly string[]): Promise<Map<string, CustomerKey>> {
  const owners = new Map<string, CustomerKey>();
  await Promise.all(
    Object.entries(THINGS).map(async ([thing, collection]) => {
      const prefix = `${thing}/`;
      const ids = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      if (ids.length === 0) return;
      const found = database.collection(collection).find({ _id: { $in: ids } }, { projection: { customerKey: 1 } });
      for await (const row of found) owners.set(prefix + row._id, row.customerKey);
    }),
  );
  return owners;
}

/** The revision is read before anything that it guards: whatever changes meanwhile raises it, and the commit will miss. */
async function load(
  database: Database,
  customerKeys: readonly CustomerKey[],
  generationKeys: readonly string[],
  parts: readonly FileParts[] = FILE_PARTS,
): Promise<Map<CustomerKey, CustomerFile>> {
  const files = new Map<CustomerKey, CustomerFile>();
  if (customerKeys.length === 0) return files;
  for (const row of await database
    .collection('customers')
    .find({ _id: { $in: customerKeys } })
    .toArray()) {
    files.set(row._id, {
      customer: fromKeyRow<Customer>(row),
      wallets: new Map(),
      lots: new Map(),
      orders: new Map(),
      generations: new Map(),
    });
  }
  if (files.size === 0) return files;
  const theirs = { customerKey: { $in: [...files.keys()] } };
  const [wallets, lots, orders, generations] = await Promise.all([
    parts.includes('wallets') ? database.collection('wallets').find(theirs).toArray() : [],
    parts.includes('lots') ? database.collection('lots').find(theirs).toArray() : [],
    parts.includes('orders') ? database.collection('orders').find(theirs).toArray() : [],
    generationKeys.length === 0
      ? []
      : database
          .collection('generations')
          .find({ _id: { $in: generationKeys } })
          .toArray(),
  ]);
  for (const row of wallets) files.get(row.customerKey)?.wallets.set(row.walletId, fromKeyRow<Wallet>(row));
  for (const row of lots) files.get(row.customerKey)?.lots.set(row.lotId, fromKeyRow<Lot>(row));
  for (const row of orders) files.get(row.customerKey)?.orders.set(row.orderId, fromKeyRow<Order>(row));
  for (const row of generations)
    files.get(row.customerKey)?.generations.set(row.generationId, fromKeyRow<Generation>(row));
  return files;
}
