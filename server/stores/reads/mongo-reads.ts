import type { Case } from '../../core/cases/case.ts';
import type { Lot, Wallet } from '../../core/customers/customer-file.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { Reads } from '../../ports/reads.ts';
import type { EventReceipt, IdempotencyRecord, StoredDecision } from '../../ports/unit-of-work.ts';
import type { Database } from '../database.ts';
import { fromIdRow, fromKeyRow } from '../rows/keyed-row.ts';
import { openSealed } from '../rows/sealed-row.ts';
import { idempotencyId } from '../units/plan-unit.ts';
import { listRows } from './list-rows.ts';
import { selectEntriesOf } from './select-entries-of.ts';
import type { ListFields } from './list-rows.ts';

const CASES: ListFields = {
  filters: {
    id: '_id',
    program: 'program',
    customerId: 'customerId',
    subjectId: 'claim.subject.id',
    subjectType: 'claim.subject.type',
    status: 'status',
    disposition: 'disposition',
    reasonCode: 'reasonCode',
    queue: 'queue',
    openedAt: 'openedAt',
    sentAt: 'claim.sentAt',
  },
  sorts: { id: '_id', openedAt: 'openedAt', sentAt: 'claim.sentAt' },
};
const DECISIONS: ListFields = {
  filters: {
    id: '_id',
    program: 'program',
    caseId: 'caseId',
    disposition: 'disposition',
    reasonCode: 'reasonCode',
    policyNumber: 'policyNumber',
    decidedAt: 'at',
  },
  sorts: { id: '_id', decidedAt: 'at' },
};
const ENTRIES: ListFields = {
  filters: {
    key: '_id',
    program: 'program',
    kind: 'entryKind',
    walletId: 'walletId',
    orderId: 'orderId',
    caseId: 'caseId',
    decisionId: 'decisionId',
    recordedAt: 'at',
  },
  sorts: { id: 'at', key: '_id', recordedAt: 'at' },
};
const PAYOUTS: ListFields = {
  filters: {
    id: '_id',
    program: 'program',
    customerKey: 'customerKey',
    caseId: 'caseId',
    orderId: 'orderId',
    decisionId: 'decisionId',
    status: 'status',
    provider: 'provider',
    createdAt: 'createdAt',
  },
  sorts: { id: '_id', createdAt: 'createdAt' },
};
const BODY = { body: 1 };

/** Reads of MongoDB outside the decision path, on the primary, so that what was just answered is found. */
export function createReads(database: Database): Reads {
  const rows = <Key extends Parameters<Database['collection']>[0]>(
    key: Key,
  ): ReturnType<typeof database.collection<Key>> => database.collection(key);
  return {
    async findCase(id) {
      const row = await rows('cases').findOne({ _id: id });
      return row === null ? null : fromIdRow<Case>(row);
    },
    listCases: (page) => listRows(rows('cases'), { page, fields: CASES, present: (row) => fromIdRow<Case>(row) }),
    async findDecisions(ids) {
      const found = await rows('decisions')
        .find({ _id: { $in: ids } }, { projection: BODY })
        .toArray();
      return found.map((row) => openSealed<StoredDecision>(row));
    },
    listDecisions: (page) =>
      listRows(rows('decisions'), {
        page,
        fields: DECISIONS,
        project: BODY,
        present: (row) => openSealed<StoredDecision>(row),
      }),
    findWallet: (program, walletId) => findWallet(database, program, walletId),
    listEntries: async ({ filter: { customerKey, ...filter }, ...page }) =>
      listRows(rows('ledgerEntries'), {
        page: { ...page, filter },
        fields: ENTRIES,
        ...(customerKey === undefined ? {} : { base: await selectEntriesOf(database, [customerKey].flat()) }),
        project: BODY,
        present: (row) => openSealed<LedgerEntry>(row),
      }),
    async findPayout(id) {
      const row = await rows('payouts').findOne({ _id: id });
      return row === null ? null : fromIdRow<Payout>(row);
    },
    listPayouts: (page) =>
      listRows(rows('payouts'), { page, fields: PAYOUTS, present: (row) => fromIdRow<Payout>(row) }),
    async findReceipts(keys) {
      const found =
        keys.length === 0
          ? []
          : await rows('receivedEvents')
              .find({ _id: { $in: keys } })
              .toArray();
      return new Map(found.map((row) => [row._id, fromKeyRow<EventReceipt>(row)]));
    },
    findIdempotency: (scope, keys) => findIdempotency(database, scope, keys),
  };
}

/** Answers that a repeat may be given, by key. */
async function findIdempotency(
  database: Database,
  scope: string,
  keys: readonly string[],
): Promise<Map<string, IdempotencyRecord>> {
  const ids = keys.map((key) => idempotencyId(scope, key));
  const found =
    ids.length === 0
      ? []
      : await database
          .collection('idempotency')
          .find({ _id: { $in: ids } })
          .toArray();
  return new Map(
    found.map(({ _id, bodyDigest, status, response, createdAt }) => {
      const key = _id.slice(scope.length + 1);
      return [key, { scope, key, bodyDigest, status, response, createdAt }];
    }),
  );
}

/** Lots are found by their owner, by which they are indexed, and then by wallet. */
async function findWallet(
  database: Database,
  program: string,
  walletId: string,
): Promise<{ wallet: Wallet; lots: Lot[] } | null> {
  const row = await database.collection('wallets').findOne({ _id: `${program}/${walletId}` });
  if (row === null) return null;
  const lots = await database
    .collection('lots')
    .find({ customerKey: row.customerKey, walletId })
    .sort({ createdAt: 1, _id: 1 })
    .toArray();
  return { wallet: fromKeyRow<Wallet>(row), lots: lots.map((lot) => fromKeyRow<Lot>(lot)) };
}
