import type { Case } from '../cases/case.ts';
import type { Customer, CustomerFile, CustomerKey, Generation, Lot, Order, Wallet } from './customer-file.ts';

/** The kinds of thing that a customer's file holds. */
export type FilePart = 'wallet' | 'lot' | 'order' | 'generation' | 'case';

/** Key of a thing of a program: `<program>/<id>`. */
export function thingKey(program: string, id: string): string {
  return `${program}/${id}`;
}

/** The customer's key; programs hold no slash, so the first one separates. */
export function customerKeyOf(program: string, customerId: string): CustomerKey {
  return `${program}/${customerId}`;
}

/**
 * A customer's file while a batch works on it, in memory: reads see what earlier items of the batch did,
 * and what was touched is known when the transaction is put together. Nothing here reaches a store by itself.
 */
export class WorkingFile {
  readonly isNew: boolean;
  readonly cases = new Map<string, Case>();
  readonly #file: CustomerFile;
  readonly #touched = new Map<string, FilePart>();
  readonly #created = new Set<string>();
  #changed = false;

  constructor(file: CustomerFile, isNew: boolean) {
    this.#file = file;
    this.isNew = isNew;
  }

  /** An empty file for a customer who is heard of for the first time. */
  static create(program: string, customerId: string): WorkingFile {
    const customer: Customer = {
      key: customerKeyOf(program, customerId),
      program,
      customerId,
      rev: 0,
      status: 'active',
      statusAt: 0,
      profileAt: {},
      emailHashes: [],
      phoneHashes: [],
      claims: [],
      cashDecisions: [],
      openCases: [],
    };
    return new WorkingFile(
      { customer, wallets: new Map(), lots: new Map(), orders: new Map(), generations: new Map() },
      true,
    );
  }

  get customer(): Readonly<Customer> {
    return this.#file.customer;
  }
  get key(): CustomerKey {
    return this.#file.customer.key;
  }
  /** Whether a transaction is owed. */
  get changed(): boolean {
    return this.#changed;
  }

  findOrder(id: string): Readonly<Order> | undefined {
    return this.#file.orders.get(id);
  }
  findLot(id: string): Readonly<Lot> | undefined {
    return this.#file.lots.get(id);
  }
  findWallet(id: string): Readonly<Wallet> | undefined {
    return this.#file.wallets.get(id);
  }
  findGeneration(id: string): Readonly<Generation> | undefined {
    return this.#file.generations.get(id);
  }
  listOrders(): readonly Readonly<Order>[] {
    return [...this.#file.orders.values()];
  }
  listLots(walletId: string): readonly Readonly<Lot>[] {
    return [...this.#file.lots.values()].filter((lot) => lot.walletId === walletId);
  }

  editCustomer(): Customer {
    this.#changed = true;
    return this.#file.customer;
  }

  editOrder(id: string): Order {
    return this.#edit('order', id, this.#file.orders.get(id));
  }
  editLot(id: string): Lot {
    return this.#edit('lot', id, this.#file.lots.get(id));
  }
  editWallet(id: string): Wallet {
    return this.#edit('wallet', id, this.#file.wallets.get(id));
  }
  editGeneration(id: string): Generation {
    return this.#edit('generation', id, this.#file.generations.get(id));
  }
  editCase(id: string): Case {
    return this.#edit('case', id, this.cases.get(id));
  }

  addOrder(order: Order): void {
    this.#add('order', order.orderId, order, this.#file.orders);
  }
  addLot(lot: Lot): void {
    this.#add('lot', lot.lotId, lot, this.#file.lots);
  }
  addWallet(wallet: Wallet): void {
    this.#add('wallet', wallet.walletId, wallet, this.#file.wallets);
  }
  addGeneration(generation: Generation): void {
    this.#add('generation', generation.generationId, generation, this.#file.generations);
  }
  addCase(kase: Case): void {
    this.#add('case', kase.id, kase, this.cases);
  }

  /** Everything of one kind that was touched, and whether this batch created it. */
  listTouched<K extends FilePart>(part: K): { doc: PartOf[K]; isNew: boolean }[] {
    const things = this.#mapOf(part);
    const touched: { doc: PartOf[K]; isNew: boolean }[] = [];
    for (const [tag, kind] of this.#touched) {
      const doc = kind === part ? things.get(tag.slice(part.length + 1)) : undefined;
      if (doc !== undefined) touched.push({ doc, isNew: this.#created.has(tag) });
    }
    return touched;
  }

  #mapOf<K extends FilePart>(part: K): Map<string, PartOf[K]> {
    const maps: { [P in FilePart]: Map<string, PartOf[P]> } = {
      wallet: this.#file.wallets,
      lot: this.#file.lots,
      order: this.#file.orders,
      generation: this.#file.generations,
      case: this.cases,
    };
    return maps[part];
  }

  #edit<T>(part: FilePart, id: string, thing: T | undefined): T {
    if (thing === undefined) throw new Error(`No ${part} ${id} in the file of ${this.key}`);
    this.#touched.set(`${part}/${id}`, part);
    this.#changed = true;
    return thing;
  }

  #add<T>(part: FilePart, id: string, thing: T, things: Map<string, T>): void {
    if (things.has(id)) throw new Error(`${part} ${id} exists in the file of ${this.key}`);
    things.set(id, thing);
    this.#created.add(`${part}/${id}`);
    this.#touched.set(`${part}/${id}`, part);
    this.#changed = true;
  }
}

/** What each part of a file is. */
export interface PartOf {
  wallet: Wallet;
  lot: Lot;
  order: Order;
  generation: Generation;
  case: Case;
}
