import type { CustomerFile, CustomerKey } from '../../../server/core/customers/customer-file.ts';
import type { CustomerFiles } from '../../../server/ports/customer-files.ts';
import type { Reads } from '../../../server/ports/reads.ts';
import { listPage, pick, pickOne } from './memory-tables.ts';
import type { MemoryTables } from './memory-tables.ts';

/** Customers' files over maps: copies, so that what a batch does in memory stays there. */
export function createMemoryFiles(tables: MemoryTables): CustomerFiles {
  const things = { order: tables.orders, wallet: tables.wallets, lot: tables.lots, generation: tables.generations };
  return {
    async findOwners(keys) {
      const owners = new Map<string, CustomerKey>();
      for (const [thing, table] of Object.entries(things)) {
        for (const key of keys) {
          const owner = key.startsWith(`${thing}/`) ? table.get(key.slice(thing.length + 1))?.customerKey : undefined;
          if (owner !== undefined) owners.set(key, owner);
        }
      }
      return owners;
    },
    async load(customerKeys, generationKeys) {
      const files = new Map<CustomerKey, CustomerFile>();
      for (const customer of pick(tables.customers, [...new Set(customerKeys)])) {
        const own = <T extends { readonly customerKey: string }>(rows: Iterable<T>): T[] =>
          structuredClone([...rows].filter((row) => row.customerKey === customer.key));
        files.set(customer.key, {
          customer,
          wallets: new Map(own(tables.wallets.values()).map((row) => [row.walletId, row])),
          lots: new Map(own(tables.lots.values()).map((row) => [row.lotId, row])),
          orders: new Map(own(tables.orders.values()).map((row) => [row.orderId, row])),
          generations: new Map(own(pick(tables.generations, generationKeys)).map((row) => [row.generationId, row])),
        });
      }
      return files;
    },
    listCasesWithSender: async (customerKey, limit) =>
      [...tables.cases.values()]
        .filter(({ customerKey: owner, claim: { sender } }) => {
          const { emailHash, phoneHash } = sender ?? {};
          return owner === customerKey && (emailHash ?? phoneHash) !== undefined;
        })
        .slice(0, limit)
        .map((kase) => kase.id),
    loadCases: async (ids) => new Map(pick(tables.cases, ids).map((row) => [row.id, row])),
  };
}

/** Reads over maps. */
export function createMemoryReads(tables: MemoryTables): Reads {
  const plain = (row: object, word: string): unknown => (row as Record<string, unknown>)[word];
  return {
    findCase: async (id) => pickOne(tables.cases, id),
    listCases: async (page) =>
      listPage(tables.cases.values(), page, (row, word) =>
        word === 'subjectId' ? row.claim.subject.id : word === 'sentAt' ? row.claim.sentAt : plain(row, word),
      ),
    findDecisions: async (ids) => pick(tables.decisions, ids),
    listDecisions: async (page) =>
      listPage(tables.decisions.values(), page, (row, word) =>
        word === 'disposition' ? row.decision.disposition : plain(row, word),
      ),
    async findWallet(program, walletId) {
      const wallet = pickOne(tables.wallets, `${program}/${walletId}`);
      const lots = [...tables.lots.values()]
        .filter((lot) => lot.program === program && lot.walletId === walletId)
        .toSorted((a, b) => a.createdAt - b.createdAt);
      return wallet === null ? null : { wallet, lots: structuredClone(lots) };
    },
    listEntries: async (page) => listPage(tables.entries.values(), page, plain),
    findPayout: async (id) => pickOne(tables.payouts, id),
    listPayouts: async (page) => listPage(tables.payouts.values(), page, plain),
    findReceipts: async (keys) => new Map(pick(tables.receipts, keys).map((row) => [row.key, row])),
    findIdempotency: async (scope, keys) =>
      new Map(
        pick(
          tables.idempotency,
          keys.map((key) => `${scope}\n${key}`),
        ).map((row) => [row.key, row]),
      ),
  };
}
