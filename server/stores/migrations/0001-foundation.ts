import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

/** Collections as of this migration. Names are spelled out: a migration must not change when the code's names do. */
const COLLECTION_NAMES = [
  'customers',
  'orders',
  'wallets',
  'lots',
  'generations',
  'incidents',
  'cases',
  'decisions',
  'ledger_entries',
  'effects',
  'payouts',
  'outbox',
  'idempotency',
  'received_events',
  'pending_events',
  'personal',
  'personal_keys',
  'policy_versions',
  'activations',
  'calendars',
  'audit_events',
  'journals',
  'api_keys',
  'sandbox_refunds',
  'migrations',
] as const;

/**
 * Every index costs each batch that writes its collection: only what a read needs, and names are `_id`s. Lists by
 * instant end with `_id`, which tells rows of one batch apart; audit events are listed in the order of their ids.
 */
const INDEXES: Readonly<Partial<Record<(typeof COLLECTION_NAMES)[number], readonly mongo.IndexDescription[]>>> = {
  orders: [{ key: { customerKey: 1 } }],
  wallets: [{ key: { customerKey: 1 } }],
  lots: [{ key: { customerKey: 1 } }],
  incidents: [{ key: { program: 1 } }],
  cases: [{ key: { program: 1, openedAt: 1, _id: 1 } }, { key: { customerId: 1 } }, { key: { 'claim.subject.id': 1 } }],
  decisions: [{ key: { program: 1, at: 1, _id: 1 } }, { key: { caseId: 1 } }],
  ledger_entries: [
    { key: { program: 1, at: 1, _id: 1 } },
    { key: { caseId: 1 }, partialFilterExpression: { caseId: { $exists: true } } },
  ],
  payouts: [
    { key: { program: 1, createdAt: 1, _id: 1 } },
    { key: { caseId: 1 } },
    { key: { status: 1, updatedAt: 1 } },
  ],
  outbox: [{ key: { state: 1, topic: 1, dueAt: 1 } }],
  idempotency: [{ key: { expiresOn: 1 }, expireAfterSeconds: 0 }],
  pending_events: [{ key: { waitsFor: 1 } }],
  personal: [{ key: { owner: 1 } }],
  policy_versions: [{ key: { program: 1, number: 1 } }],
  activations: [{ key: { program: 1 } }],
  api_keys: [{ key: { secretHash: 1 } }],
  sandbox_refunds: [{ key: { failsAt: 1 }, partialFilterExpression: { failsAt: { $exists: true } } }],
};

const notBelowZero = (...fields: readonly string[]): mongo.Document =>
  Object.fromEntries(fields.map((field) => [field, { $gte: 0 }]));

/** What the server itself refuses to store, should everything above it be wrong: credits and refunds out of thin air. */
const VALIDATORS: Readonly<Partial<Record<(typeof COLLECTION_NAMES)[number], mongo.Document>>> = {
  lots: notBelowZero('remaining', 'held', 'restoring', 'forfeiting', 'consumed', 'restored', 'voided', 'forfeited'),
  orders: {
    ...notBelowZero('refundedMinor', 'refundingMinor', 'refundedExternallyMinor'),
    $expr: { $lte: [{ $add: ['$refundedMinor', '$refundingMinor'] }, '$amountMinor'] },
  },
};

/** The collections, indexes and validators that the service begins with. */
export const foundation: Migration = {
  id: '0001-foundation',
  async up(db) {
    const present = new Set(
      (await db.listCollections({}, { nameOnly: true }).toArray()).map((collection) => collection.name),
    );
    for (const name of COLLECTION_NAMES) if (!present.has(name)) await createCollection(db, name);
    for (const [collMod, validator] of Object.entries(VALIDATORS)) await db.command({ collMod, validator });
    for (const [name, indexes] of Object.entries(INDEXES)) await db.collection(name).createIndexes([...indexes]);
  },
};

/** 48: it exists, made by another process a moment ago. */
async function createCollection(db: mongo.Db, name: string): Promise<void> {
  try {
    await db.createCollection(name);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 48) throw error;
  }
}
