import type { Case } from '../../../server/core/cases/case.ts';
import type { Customer, CustomerFile, Lot, Order } from '../../../server/core/customers/customer-file.ts';
import type { LedgerEntry } from '../../../server/core/ledger/entry.ts';
import type { Payout } from '../../../server/core/payouts/payout.ts';
import { computeLookAt, isOpen, WATCHED_STATUSES } from '../../../server/core/payouts/payout-state.ts';
import type { CustomerFiles } from '../../../server/ports/customer-files.ts';
import type { LeasedMessage, Outbox } from '../../../server/ports/outbox.ts';
import type { Payouts } from '../../../server/ports/payouts.ts';
import type { Unit, UnitOfWork } from '../../../server/ports/unit-of-work.ts';
import type { Refund } from '../../builders/refund.ts';
import { NOON } from '../../builders/working-file.ts';

/** The stores that a payout touches, in memory: guards, fences and names that may be used once are honoured as in MongoDB. */
export class MemoryLedger {
  readonly customers = new Map<string, Customer>();
  readonly orders = new Map<string, Order>();
  readonly lots = new Map<string, Lot>();
  readonly cases = new Map<string, Case>();
  readonly payouts: Map<string, Payout>;
  readonly entries = new Map<string, LedgerEntry>();
  readonly messages = new Map<string, LeasedMessage & { dueAt: number; letter?: { code: string } }>();
  readonly actions: string[] = [];
  /** What the next commits do instead, in order: `die` throws as a killed process would leave it. */
  readonly mishaps: ('conflict' | 'die')[] = [];

  /** `payouts`: rows that are somebody else's too. */
  constructor(payouts = new Map<string, Payout>()) {
    this.payouts = payouts;
  }

  add({ file, payout, entries }: Refund): void {
    this.customers.set(file.key, structuredClone(file.customer));
    for (const order of file.listOrders()) this.orders.set(order.orderId, structuredClone(order));
    for (const lot of file.listLots('w')) this.lots.set(lot.lotId, structuredClone(lot));
    for (const kase of file.cases.values()) this.cases.set(kase.id, structuredClone(kase));
    this.payouts.set(payout.id, structuredClone(payout));
    for (const entry of entries) this.entries.set(entry.key, { ...entry, id: entry.key, recordedAt: NOON });
    this.messages.set('m', {
      id: 'm',
      topic: 'payout',
      program: 'anumi',
      customerKey: payout.customerKey,
      ref: payout.id,
      createdAt: NOON,
      attempts: 0,
      dueAt: NOON,
    });
  }

  readonly files: Pick<CustomerFiles, 'load' | 'loadCases'> = {
    load: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const customer = this.customers.get(key);
          return customer === undefined ? [] : [[key, structuredClone(this.#fileOf(customer))] as const];
        }),
      ),
    loadCases: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const kase = this.cases.get(id);
          return kase === undefined ? [] : [[id, structuredClone(kase)] as const];
        }),
      ),
  };

  #fileOf(customer: Customer): CustomerFile {
    return { customer, orders: this.orders, lots: this.lots, wallets: new Map(), generations: new Map() };
  }

  readonly unitOfWork: UnitOfWork = {
    commit: async (unit) => {
      const mishap = this.mishaps.shift();
      if (mishap === 'die') throw new Error('the process died here');
      if (mishap === 'conflict' || this.#isLost(unit)) return 'conflict';
      if (unit.entries.some((entry) => this.entries.has(entry.key))) return 'duplicate';
      this.#write(structuredClone(unit));
      return 'committed';
    },
  };

  #isLost(unit: Unit): boolean {
    return (
      unit.guards.some(({ customer }) => this.customers.get(customer.key)?.rev !== customer.rev) ||
      unit.payouts.some(({ doc }) => this.payouts.get(doc.id)?.fence !== doc.fence) ||
      unit.outboxDone.some((id) => !this.messages.has(id))
    );
  }

  #write(unit: Unit): void {
    for (const { customer } of unit.guards) this.customers.set(customer.key, { ...customer, rev: customer.rev + 1 });
    for (const { doc } of unit.orders) this.orders.set(doc.orderId, doc);
    for (const { doc } of unit.lots) this.lots.set(doc.lotId, doc);
    for (const { doc } of unit.cases) this.cases.set(doc.id, doc);
    for (const { doc } of unit.payouts) this.payouts.set(doc.id, { ...this.payouts.get(doc.id), ...doc });
    for (const entry of unit.entries) this.entries.set(entry.key, entry);
    for (const id of unit.outboxDone) this.messages.delete(id);
    this.actions.push(...unit.auditEvents.map((event) => event.action));
  }

  readonly payoutStore: Payouts = {
    find: async (id) => structuredClone(this.payouts.get(id) ?? null),
    claimForSending: async (read, now, leaseMs) => {
      const payout = this.payouts.get(read.id);
      if (payout === undefined || payout.status !== read.status || payout.fence !== read.fence) return null;
      if (payout.status === 'sending' && (payout.leaseUntil ?? 0) > now) return null;
      Object.assign(payout, {
        status: 'sending',
        fence: payout.fence + 1,
        attempts: payout.attempts + 1,
        leaseUntil: now + leaseMs,
        updatedAt: now,
      });
      return structuredClone(payout);
    },
    recordAnswer: async (id, fence, change) => {
      const payout = this.payouts.get(id);
      if (payout === undefined || payout.fence !== fence || !isOpen(payout.status)) return false;
      Object.assign(payout, change);
      return true;
    },
    listStale: async (now, limit, providers) =>
      structuredClone(
        [...this.payouts.values()]
          .filter(
            (payout) =>
              WATCHED_STATUSES.includes(payout.status) &&
              providers.includes(payout.provider) &&
              computeLookAt(payout) <= now,
          )
          .sort((a, b) => a.updatedAt - b.updatedAt)
          .slice(0, limit),
      ),
    countOpen: async () => {
      const counts = new Map<string, { provider: string; status: Payout['status']; count: number }>();
      for (const { provider, status } of this.payouts.values()) {
        if (!isOpen(status)) continue;
        const known = counts.get(`${provider} ${status}`) ?? { provider, status, count: 0 };
        counts.set(`${provider} ${status}`, { ...known, count: known.count + 1 });
      }
      return [...counts.values()];
    },
  };

  readonly outbox: Pick<Outbox, 'findOpen' | 'lease' | 'postpone' | 'bury'> = {
    findOpen: async (ids) =>
      ids.flatMap((id) => {
        const message = this.messages.get(id);
        return message === undefined || message.letter !== undefined ? [] : [message];
      }),
    lease: async (topic, limit, now, leaseMs) =>
      [...this.messages.values()]
        .filter((message) => message.topic === topic && message.letter === undefined && message.dueAt <= now)
        .slice(0, limit)
        .map((message) => Object.assign(message, { dueAt: now + leaseMs })),
    postpone: async (ids, dueAt) => {
      for (const id of ids) Object.assign(this.messages.get(id) ?? {}, { dueAt });
    },
    bury: async (id, letter) => {
      Object.assign(this.messages.get(id) ?? {}, { letter });
    },
  };
}
