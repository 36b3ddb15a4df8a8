import type { CommitOutcome, Unit, UnitOfWork } from '../../../server/ports/unit-of-work.ts';
import type { MemoryTables } from './memory-tables.ts';

/** Commits to maps under the same guards, and refuses the same duplicates, as the real one: all or nothing. */
export function createMemoryUnitOfWork(tables: MemoryTables): UnitOfWork {
  return {
    async commit(given) {
      const unit = structuredClone(given);
      const refusal = refuse(tables, unit);
      if (refusal !== null) return refusal;
      write(tables, unit);
      return 'committed';
    },
  };
}

/** Why nothing of the unit may be written; the order of the real one's steps decides which reason comes first. */
function refuse(tables: MemoryTables, unit: Unit): Exclude<CommitOutcome, 'committed'> | null {
  for (const { customer, isNew } of unit.guards) {
    const stored = tables.customers.get(customer.key);
    if (isNew ? stored !== undefined : stored?.rev !== customer.rev) return 'conflict';
  }
  for (const { doc, isNew } of unit.orders) {
    if (!isNew && doc.refundedMinor + doc.refundingMinor > (tables.orders.get(doc.key)?.amountMinor ?? -1))
      return 'conflict';
  }
  const inserted = [
    ...(['wallets', 'lots', 'orders', 'generations'] as const).flatMap((name) =>
      unit[name].map(({ doc, isNew }) => ({ table: tables[name], id: doc.key, isNew })),
    ),
    ...(['cases', 'payouts', 'pending'] as const).flatMap((name) =>
      unit[name].map(({ doc, isNew }) => ({ table: tables[name], id: doc.id, isNew })),
    ),
    ...(['receipts', 'effects', 'entries'] as const).flatMap((name) =>
      unit[name].map(({ key }) => ({ table: tables[name], id: key, isNew: true })),
    ),
    ...(['decisions', 'auditEvents', 'personal', 'outbox'] as const).flatMap((name) =>
      unit[name].map(({ id }) => ({ table: tables[name], id, isNew: true })),
    ),
    ...unit.idempotency.map(({ scope, key }) => ({ table: tables.idempotency, id: `${scope}\n${key}`, isNew: true })),
  ];
  if (inserted.some(({ table, id, isNew }) => !isNew && !table.has(id))) return 'conflict';
  if (unit.payouts.some(({ doc, isNew }) => !isNew && tables.payouts.get(doc.id)?.fence !== doc.fence))
    return 'conflict';
  if (unit.outboxDone.some((id) => !tables.outbox.has(id))) return 'conflict';
  const names = inserted.filter(({ isNew }) => isNew);
  const isTwice = names.some(
    (one, index) => names.findIndex((other) => other.table === one.table && other.id === one.id) !== index,
  );
  return isTwice || names.some(({ table, id }) => table.has(id)) ? 'duplicate' : null;
}

function write(tables: MemoryTables, unit: Unit): void {
  for (const { customer } of unit.guards) tables.customers.set(customer.key, { ...customer, rev: customer.rev + 1 });
  for (const { doc } of unit.wallets) tables.wallets.set(doc.key, doc);
  for (const { doc } of unit.lots) tables.lots.set(doc.key, doc);
  for (const { doc } of unit.orders) tables.orders.set(doc.key, doc);
  for (const { doc } of unit.generations) tables.generations.set(doc.key, doc);
  for (const { doc } of unit.cases) tables.cases.set(doc.id, doc);
  for (const { doc } of unit.payouts) tables.payouts.set(doc.id, { ...tables.payouts.get(doc.id), ...doc });
  for (const receipt of unit.receipts) tables.receipts.set(receipt.key, receipt);
  for (const effect of unit.effects) tables.effects.set(effect.key, effect);
  for (const record of unit.idempotency) tables.idempotency.set(`${record.scope}\n${record.key}`, record);
  for (const decision of unit.decisions) tables.decisions.set(decision.id, decision);
  for (const entry of unit.entries) tables.entries.set(entry.key, entry);
  for (const event of unit.auditEvents) tables.auditEvents.set(event.id, event);
  for (const id of unit.outboxDone) tables.outbox.delete(id);
  for (const message of unit.outbox)
    tables.outbox.set(message.id, { message, state: 'open', dueAt: message.createdAt, attempts: 0 });
  for (const row of unit.personal) tables.personal.set(row.id, row);
  for (const id of unit.pendingDone) tables.pending.delete(id);
  for (const { doc } of unit.pending) tables.pending.set(doc.id, doc);
}
