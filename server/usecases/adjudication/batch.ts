import type { CustomerKey } from '../../core/customers/customer-file.ts';
import { WorkingFile } from '../../core/customers/working-file.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { checkBalanced, type EntryDraft } from '../../core/ledger/draft-entry.ts';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import type { Incident } from '../../ports/incidents.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { PersonalRow } from '../../ports/personal-data.ts';
import type { Ids } from '../../ports/platform.ts';
import type { EffectKey, EventReceipt, IdempotencyRecord, StoredDecision, Unit } from '../../ports/unit-of-work.ts';
import type { Activations } from '../policies/policy-catalogue.ts';
import type { Kept } from './keep-aside.ts';

/** What one read phase brought for a batch. */
export interface BatchInput {
  /** Fixed before activations are read; epoch ms. */
  readonly at: number;
  readonly files: Map<CustomerKey, WorkingFile>;
  readonly receipts: Map<string, EventReceipt>;
  /** Answers given before, by `<scope> <key>`. */
  readonly answers: Map<string, IdempotencyRecord>;
  readonly incidents: readonly Incident[];
  readonly activations: Activations;
}

/** A batch under way: the files it works on and what its transaction will write. Thrown away whole when the guard is lost. */
export class Batch {
  readonly at: number;
  readonly input: BatchInput;
  readonly unit: Unit;
  /** Kept rows of events that could not be applied: saved beside the transaction, before the answer. */
  readonly kept: Kept[] = [];
  readonly #ids: Ids;

  constructor(input: BatchInput, ids: Ids) {
    this.at = input.at;
    this.input = input;
    this.#ids = ids;
    this.unit = createUnit(input.at);
  }

  /** The customer's file, an empty one for somebody not heard of before. */
  openFile(program: string, customerId: string, key: CustomerKey): WorkingFile {
    const known = this.input.files.get(key);
    if (known !== undefined) return known;
    const created = WorkingFile.create(program, customerId);
    this.input.files.set(key, created);
    return created;
  }

  nextId(): string {
    return this.#ids.next();
  }

  /** Adds entries to the transaction. An entry that does not balance is a broken invariant and throws. */
  record(drafts: readonly EntryDraft[]): void {
    for (const draft of drafts) {
      if (checkBalanced(draft.postings).size > 0) throw new Error(`Entry ${draft.key} does not balance`);
      const entry: LedgerEntry = { ...draft, id: this.#ids.next(), recordedAt: this.at };
      this.unit.entries.push(entry);
    }
  }

  audit(event: Omit<AuditEvent, 'id' | 'at'>): void {
    this.unit.auditEvents.push({ ...event, id: this.#ids.next(), at: this.at });
  }
  receive(receipt: EventReceipt): void {
    this.unit.receipts.push(receipt);
    this.input.receipts.set(receipt.key, receipt);
  }
  decide(decision: StoredDecision): void {
    this.unit.decisions.push(decision);
  }
  claimKey(effect: EffectKey): void {
    this.unit.effects.push(effect);
  }
  send(message: OutboxMessage): void {
    this.unit.outbox.push(message);
  }
  vault(rows: readonly PersonalRow[]): void {
    this.unit.personal.push(...rows);
  }
  finishPending(id: string): void {
    this.unit.pendingDone.push(id);
  }

  answer(record: IdempotencyRecord): void {
    this.unit.idempotency.push(record);
    this.input.answers.set(`${record.scope} ${record.key}`, record);
  }

  /** Puts everything that was touched into the unit; null where nothing is to be written. */
  assemble(): Unit | null {
    for (const file of this.input.files.values()) {
      if (!file.changed) continue;
      this.unit.guards.push({ customer: file.customer, isNew: file.isNew });
      this.unit.wallets.push(...file.listTouched('wallet'));
      this.unit.lots.push(...file.listTouched('lot'));
      this.unit.orders.push(...file.listTouched('order'));
      this.unit.generations.push(...file.listTouched('generation'));
      this.unit.cases.push(...file.listTouched('case'));
    }
    return countDocuments(this.unit) === 0 ? null : this.unit;
  }
}

/** An empty unit. */
export function createUnit(at: number): Unit {
  return {
    at,
    guards: [],
    wallets: [],
    lots: [],
    orders: [],
    generations: [],
    cases: [],
    payouts: [],
    receipts: [],
    decisions: [],
    entries: [],
    effects: [],
    auditEvents: [],
    outbox: [],
    outboxDone: [],
    idempotency: [],
    personal: [],
    pending: [],
    pendingDone: [],
  };
}

/** Documents that a transaction would write. */
function countDocuments(unit: Unit): number {
  return Object.values(unit).reduce<number>((sum, part) => sum + (typeof part === 'number' ? 0 : part.length), 0);
}

/** Most documents of one transaction. */
const UNIT_DOCUMENTS = 1_000;
/** Most bytes of one transaction; estimated from what grows. */
const UNIT_BYTES = 4 * 1024 * 1024;

/** Whether a unit is beyond what one transaction may write. */
export function isTooLarge(unit: Unit): boolean {
  return countDocuments(unit) > UNIT_DOCUMENTS || estimateBytes(unit) > UNIT_BYTES;
}

/** A rough size in bytes: a fixed share a document, and the histories that decisions and customers carry. */
function estimateBytes(unit: Unit): number {
  const histories = unit.decisions.reduce(
    (sum, { record }) =>
      sum +
      record.customer.claimedAt.length +
      record.customer.paidAt.length +
      3 * record.customer.refundedOrders.length +
      (record.wallet?.lots.length ?? 0) * 12,
    0,
  );
  const customers = unit.guards.reduce(
    (sum, { customer }) => sum + customer.claims.length * 8 + customer.cashDecisions.length * 6,
    0,
  );
  return countDocuments(unit) * 700 + unit.decisions.length * 6_000 + (histories + customers) * 20;
}
