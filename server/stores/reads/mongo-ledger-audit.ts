import type { CanonicalDocument } from '../../core/audit/canonical-document.ts';
import type { Case } from '../../core/cases/case.ts';
import type { Customer, Lot, Order } from '../../core/customers/customer-file.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import type { LedgerAudit, LedgerAudits, MessageState } from '../../ports/ledger-audit.ts';
import type { EffectKey, StoredDecision } from '../../ports/unit-of-work.ts';
import type { CollectionKey } from '../collections.ts';
import type { Database } from '../database.ts';
import { fromIdRow, fromKeyRow } from '../rows/keyed-row.ts';
import type { OutboxRow, Rows } from '../rows/rows.ts';
import { openSealed } from '../rows/sealed-row.ts';
import { toStoreError } from '../store-error.ts';

const BATCH_ROWS = 1_000;
const SEALED = ['decisions', 'ledgerEntries', 'auditEvents', 'policyVersions', 'activations', 'calendars'] as const;

/** Audits over one snapshot of MongoDB: writers go on meanwhile and are not seen. */
export function createLedgerAudits(database: Database): LedgerAudits {
  return {
    async open(now): Promise<LedgerAudit> {
      const session = database.client.startSession({ snapshot: true });
      async function* read<Key extends CollectionKey, T>(key: Key, present: (row: Rows[Key]) => T): AsyncGenerator<T> {
        try {
          const cursor = database.collection(key).find({}, { session, batchSize: BATCH_ROWS });
          for await (const row of cursor) yield present(row as Rows[Key]);
        } catch (error) {
          throw toStoreError(error);
        }
      }
      async function* readSealed(): AsyncGenerator<CanonicalDocument> {
        for (const key of SEALED) yield* read(key, (row): CanonicalDocument => row);
      }
      return {
        at: now,
        entries: () => read('ledgerEntries', (row) => openSealed<LedgerEntry>(row)),
        lots: () => read('lots', (row) => fromKeyRow<Lot>(row)),
        orders: () => read('orders', (row) => fromKeyRow<Order>(row)),
        customers: () => read('customers', (row) => fromKeyRow<Customer>(row)),
        cases: () => read('cases', (row) => fromIdRow<Case>(row)),
        payouts: () => read('payouts', (row) => fromIdRow<Payout>(row)),
        decisions: () => read('decisions', (row) => openSealed<StoredDecision>(row)),
        effects: () => read('effects', (row) => fromKeyRow<EffectKey>(row)),
        messages: () => read('outbox', toMessageState),
        sealed: readSealed,
        journals: () => read('journals', (row) => row),
        close: () => session.endSession(),
      };
    },
  };
}

function toMessageState({ _id, letter, lease: _lease, attempts: _attempts, ...rest }: OutboxRow): MessageState {
  return { id: _id, ...rest, ...(letter === undefined ? {} : { code: letter.code }) };
}
