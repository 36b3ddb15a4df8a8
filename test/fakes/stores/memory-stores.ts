import { AppError } from '../../../server/contract/error-registry.ts';
import type { AuditTrail } from '../../../server/ports/audit-trail.ts';
import type { CustomerFiles } from '../../../server/ports/customer-files.ts';
import type { Drafts } from '../../../server/ports/drafts.ts';
import type { Incidents } from '../../../server/ports/incidents.ts';
import type { Outbox } from '../../../server/ports/outbox.ts';
import type { PendingEvents } from '../../../server/ports/pending-events.ts';
import type { PersonalData } from '../../../server/ports/personal-data.ts';
import type { Policies } from '../../../server/ports/policies.ts';
import type { Reads } from '../../../server/ports/reads.ts';
import type { SignInAttempts } from '../../../server/ports/sign-in-attempts.ts';
import type { UnitOfWork } from '../../../server/ports/unit-of-work.ts';
import type { Users } from '../../../server/ports/users.ts';
import { createMemoryDrafts } from './memory-drafts.ts';
import { createMemoryOutbox } from './memory-outbox.ts';
import { createMemoryAttempts, createMemoryAuditTrail, createMemoryUsers } from './memory-people.ts';
import { createMemoryFiles, createMemoryReads } from './memory-reads.ts';
import { createTables, listPage, pick, pickOne } from './memory-tables.ts';
import type { MemoryTables } from './memory-tables.ts';
import { createMemoryUnitOfWork } from './memory-unit-of-work.ts';

/** The stores that use cases are tested over, without a database; held to the same suites as the real ones. */
export interface MemoryStores {
  readonly tables: MemoryTables;
  readonly units: UnitOfWork;
  readonly files: CustomerFiles;
  readonly reads: Reads;
  readonly outbox: Outbox;
  readonly pending: PendingEvents;
  readonly policies: Policies;
  readonly incidents: Incidents;
  readonly personal: PersonalData;
  readonly drafts: Drafts;
  readonly users: Users;
  readonly attempts: SignInAttempts;
  readonly auditTrail: AuditTrail;
}

/** Empty stores in memory. `now` is the clock of what stands for the database. */
export function createMemoryStores(now: () => number = Date.now): MemoryStores {
  const tables = createTables();
  return {
    tables,
    units: createMemoryUnitOfWork(tables),
    files: createMemoryFiles(tables),
    reads: createMemoryReads(tables),
    outbox: createMemoryOutbox(tables),
    pending: createMemoryPending(tables),
    policies: createMemoryPolicies(tables),
    incidents: createMemoryIncidents(tables),
    personal: createMemoryPersonal(tables),
    drafts: createMemoryDrafts(tables, now),
    users: createMemoryUsers(tables),
    attempts: createMemoryAttempts(tables),
    auditTrail: createMemoryAuditTrail(tables),
  };
}

function createMemoryPending({ pending, personal }: MemoryTables): PendingEvents {
  return {
    async save(events, rows) {
      const fresh = events.filter((event) => !pending.has(event.id));
      for (const event of fresh) pending.set(event.id, structuredClone(event));
      for (const row of rows)
        if (fresh.some((event) => event.personalId === row.id)) personal.set(row.id, structuredClone(row));
    },
    findWaitingFor: async (keys) =>
      structuredClone([...pending.values()].filter((event) => event.waitsFor.some((thing) => keys.includes(thing)))),
    listDue: async (now, limit) =>
      structuredClone(
        [...pending.values()]
          .filter((event) => event.dueAt !== undefined && event.dueAt <= now)
          .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
          .slice(0, limit),
      ),
    async putOff(ids, dueAt) {
      for (const id of ids) {
        const event = pending.get(id);
        if (event !== undefined) pending.set(id, { ...event, dueAt, attempts: event.attempts + 1 });
      }
    },
    find: async (id) => pickOne(pending, id),
    async remove(ids) {
      for (const id of ids) pending.delete(id);
    },
    list: async (page) =>
      listPage(pending.values(), page, (row, word) => (row as unknown as Record<string, unknown>)[word]),
  };
}

function createMemoryPolicies({ versions, activations, auditEvents }: MemoryTables): Policies {
  return {
    loadActivations: async (policies) =>
      structuredClone([...activations.values()].filter((one) => policies.includes(one.policy))),
    findVersion: async (policy, number) => pickOne(versions, `${policy}/${number}`),
    listPolicies: async () => [...new Set([...versions.values()].map((version) => version.policy))].toSorted(),
    listVersions: async (policy) =>
      structuredClone(
        [...versions.values()].filter((version) => version.policy === policy).toSorted((a, b) => a.number - b.number),
      ),
    async appendVersion(version, activation, audit) {
      const id = `${version.policy}/${version.number}`;
      if (versions.has(id) || activations.has(activation.id)) return false;
      versions.set(id, structuredClone(version));
      activations.set(activation.id, structuredClone(activation));
      auditEvents.set(audit.id, structuredClone(audit));
      return true;
    },
  };
}

function createMemoryIncidents({ incidents, receipts }: MemoryTables): Incidents {
  return {
    load: async (programs, sinceAt) =>
      structuredClone(
        [...incidents.values()]
          .filter((one) => programs.includes(one.program) && (one.closedAt ?? sinceAt) >= sinceAt)
          .toSorted((a, b) => a.openedAt - b.openedAt),
      ),
    find: async (key) => pickOne(incidents, key),
    async save(incident, receipt, known) {
      if (receipts.has(receipt.key)) return false;
      const stored = incidents.get(incident.key);
      if (stored?.openedAt !== known?.openedAt || stored?.closedAt !== known?.closedAt)
        throw new AppError('CONFLICT', 'Others report on this incident at the same time.');
      receipts.set(receipt.key, structuredClone(receipt));
      incidents.set(incident.key, structuredClone(incident));
      return true;
    },
  };
}

function createMemoryPersonal({ personal }: MemoryTables): PersonalData {
  const own = (owner: string) => structuredClone([...personal.values()].filter((row) => row.owner === owner));
  return {
    read: async (ids) => new Map(pick(personal, ids).map((row) => [row.id, row.content])),
    listByOwner: async (owner) => own(owner).map(({ id, kind, at, content }) => ({ id, kind, at, content })),
    async append(rows) {
      for (const row of rows)
        if (personal.has(row.id)) throw new Error('A row of personal data of this id exists already.');
      for (const row of rows) personal.set(row.id, structuredClone(row));
    },
    async erase(owner) {
      const rows = own(owner);
      for (const row of rows) personal.delete(row.id);
      return { rows: rows.length };
    },
    async remove(ids) {
      for (const id of ids) personal.delete(id);
    },
  };
}
