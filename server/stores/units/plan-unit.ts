import { mongo } from 'mongoose';
import type { CanonicalDocument } from '../../core/audit/canonical-document.ts';
import type { CollectionKey } from '../collections.ts';
import type { OutboxMessage } from '../../ports/outbox.ts';
import type { IdempotencyRecord, Unit } from '../../ports/unit-of-work.ts';
import type { Database } from '../database.ts';
import { toIdRow, toKeyRow } from '../rows/keyed-row.ts';
import type { IdempotencyRow, OutboxRow, Rows } from '../rows/rows.ts';
import { sealAuditEvent, sealDecision, sealEntry, sealJournal } from '../rows/sealed-row.ts';
import type { EncryptedPersonal } from './encrypt-personal.ts';
import { GuardLost } from './transact.ts';
import { insertStep, removeStep, updateStep, writeStep } from './write-step.ts';
import type { RowWrite, WriteStep } from './write-step.ts';

/** How long an answer is kept for repeats of its request. */
const IDEMPOTENCY_MS = 400 * 86_400_000;

/** A unit as the steps of its transaction; `journalId` is null where nothing is sealed. */
export interface UnitPlan {
  readonly journalId: string | null;
  readonly steps: readonly WriteStep[];
}

/**
 * Puts a unit's writes in their fixed order: the customers' guards first, so that a lost one costs a single call, then
 * what the guards cover, then what is only inserted. The same order everywhere keeps transactions from crossing.
 */
export function planUnit(database: Database, unit: Unit, personal: EncryptedPersonal): UnitPlan {
  const decisions = unit.decisions.map(sealDecision);
  const entries = unit.entries.map(sealEntry);
  const audits = unit.auditEvents.map(sealAuditEvent);
  const journal = journalOf(unit.at, [...decisions, ...entries, ...audits]);
  const steps = [
    writeStep(database, 'customers', unit.guards.map(toGuardWrite), GuardLost),
    ...planThings(database, unit),
    insertStep(database, 'receivedEvents', unit.receipts.map(toKeyRow)),
    insertStep(database, 'effects', unit.effects.map(toKeyRow)),
    insertStep(database, 'idempotency', unit.idempotency.map(toIdempotencyRow)),
    insertStep(database, 'decisions', decisions),
    insertStep(database, 'ledgerEntries', entries),
    insertStep(database, 'auditEvents', audits),
    removeStep(database, 'outbox', unit.outboxDone, true),
    insertStep(database, 'outbox', unit.outbox.map(toOutboxRow)),
    insertStep(database, 'personalKeys', personal.keys, GuardLost),
    insertStep(database, 'personal', personal.rows),
    removeStep(database, 'pendingEvents', unit.pendingDone, false),
    writeStep(
      database,
      'pendingEvents',
      unit.pending.map((written) => toWrite<'pendingEvents'>(toIdRow(written.doc), written.isNew)),
    ),
    insertStep(database, 'journals', journal === null ? [] : [journal]),
  ];
  return { journalId: journal?._id ?? null, steps: steps.filter((step) => step !== null) };
}

/** The journal of one transaction; null where it seals nothing. */
export function journalOf(at: number, documents: readonly CanonicalDocument[]): CanonicalDocument | null {
  return documents.length === 0 ? null : sealJournal(new mongo.ObjectId().toHexString(), at, documents);
}

function planThings(database: Database, unit: Unit): (WriteStep | null)[] {
  return [
    writeStep(database, 'orders', unit.orders.map(toOrderWrite)),
    writeStep(
      database,
      'wallets',
      unit.wallets.map(({ doc, isNew }) => toWrite<'wallets'>(toKeyRow(doc), isNew)),
    ),
    writeStep(
      database,
      'lots',
      unit.lots.map(({ doc, isNew }) => toWrite<'lots'>(toKeyRow(doc), isNew)),
    ),
    writeStep(
      database,
      'generations',
      unit.generations.map(({ doc, isNew }) => toWrite<'generations'>(toKeyRow(doc), isNew)),
    ),
    writeStep(
      database,
      'cases',
      unit.cases.map(({ doc, isNew }) => toWrite<'cases'>(toIdRow(doc), isNew)),
    ),
    insertStep(
      database,
      'payouts',
      unit.payouts.filter((written) => written.isNew).map((written) => toIdRow(written.doc)),
    ),
    updateStep(database, 'payouts', unit.payouts.filter((written) => !written.isNew).map(toPayoutUpdate)),
  ];
}

function toWrite<Key extends CollectionKey>(row: Rows[Key], isNew: boolean): RowWrite<Rows[Key]> {
  return isNew ? { insert: row } : { filter: { _id: row._id } as mongo.Filter<Rows[Key]>, replace: row };
}

function toGuardWrite({ customer, isNew }: Unit['guards'][number]): RowWrite<Rows['customers']> {
  const row = { ...toKeyRow(customer), rev: customer.rev + 1 };
  return isNew ? { insert: row } : { filter: { _id: row._id, rev: customer.rev }, replace: row };
}

/** The paid amount that is stored has the last word on what may be refunded by us. */
function toOrderWrite({ doc, isNew }: Unit['orders'][number]): RowWrite<Rows['orders']> {
  const row = toKeyRow(doc);
  if (isNew) return { insert: row };
  return { filter: { _id: row._id, amountMinor: { $gte: row.refundedMinor + row.refundingMinor } }, replace: row };
}

/** Sending writes payouts outside the guard, each time under a raised fence: a payout read before that is a lost guard. */
function toPayoutUpdate({ doc }: Unit['payouts'][number]): {
  filter: mongo.Filter<Rows['payouts']>;
  update: mongo.UpdateFilter<Rows['payouts']>;
} {
  const { _id, ...fields } = toIdRow(doc);
  return { filter: { _id, fence: doc.fence }, update: { $set: fields } };
}

function toOutboxRow(message: OutboxMessage): OutboxRow {
  return { ...toIdRow(message), state: 'open', dueAt: message.createdAt, attempts: 0 };
}

/** An answer, or the mark of a request, as stored. */
export function toIdempotencyRow({ scope, key, ...rest }: IdempotencyRecord): IdempotencyRow {
  return { _id: idempotencyId(scope, key), ...rest, expiresOn: new Date(rest.createdAt + IDEMPOTENCY_MS) };
}

/** Name of a stored answer; a scope holds no line break. */
export function idempotencyId(scope: string, key: string): string {
  return `${scope}\n${key}`;
}
