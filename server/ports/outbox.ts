import type { Disposition, PlannedEffect } from '../core/decisions/decision.ts';
import type { CustomerKey } from '../core/customers/customer-file.ts';
import type { Page, Paged } from './paging.ts';

export const OUTBOX_TOPICS = ['outcome', 'payout'] as const;
/** `outcome`: post what a decision reserved. `payout`: send one payout. */
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

/** What begins within this time of a try is the same try, ms: well below the lease, after which a message is announced again. */
export const TRY_SPAN_MS = 15_000;

/** What a decision promised, as its message carries it: whoever posts it need not read the decision. `decidedAt` is epoch ms. */
export interface PromisedEffects {
  readonly caseId: string;
  readonly decidedAt: number;
  readonly disposition: Disposition;
  readonly effects: readonly PlannedEffect[];
}

/** Work promised in a transaction. `ref` is a decision id or a payout id. */
export interface OutboxMessage {
  readonly id: string;
  readonly topic: OutboxTopic;
  readonly program: string;
  readonly customerKey: CustomerKey;
  readonly ref: string;
  /** Of a payout: whose queue it goes to. */
  readonly provider?: string;
  /** Of an outcome: what is to be posted. */
  readonly promised?: PromisedEffects;
  readonly createdAt: number;
}

/** A message under lease. `attempts` counts the tries that began after it had to be announced again: being given out is no try. */
export interface LeasedMessage extends OutboxMessage {
  readonly attempts: number;
}

/** Messages committed with the data. A row leaves only in its consumer's transaction (`Unit.outboxDone`) or as a dead letter. */
export interface Outbox {
  /** Up to `limit` messages whose lease is absent or over, oldest first, leased until `now + leaseMs` in one pass. Selects by state, never by a cursor. */
  lease(topic: OutboxTopic, limit: number, now: number, leaseMs: number): Promise<LeasedMessage[]>;
  /** The messages of these ids that are still open (not done, not dead). */
  findOpen(ids: readonly string[]): Promise<LeasedMessage[]>;
  /**
   * Counts a try that begins, before it can go wrong; `now` is epoch ms. Tries within `TRY_SPAN_MS` of one that was counted
   * are part of it: jobs that were announced twice, and the queue's own quick retries.
   */
  countTry(ids: readonly string[], now: number): Promise<void>;
  /** Gives back a lease early, due again at `dueAt`. */
  postpone(ids: readonly string[], dueAt: number): Promise<void>;
  /** Puts a message away until `dueAt` because it cannot be worked on yet: what was tried before counts no more. */
  park(id: string, dueAt: number): Promise<void>;
  /** Parks a message as a dead letter with its reason code; it is listed and can be replayed. */
  bury(id: string, letter: { readonly code: string; readonly detail: string; readonly at: number }): Promise<void>;
  listDead(page: Page): Promise<Paged<DeadLetter>>;
  /** The dead letters about these decisions or payouts. */
  findDead(refs: readonly string[]): Promise<DeadLetter[]>;
  /** Makes a dead letter due again. False where there is none of that id. */
  replay(id: string, at: number): Promise<boolean>;
  /** Open messages by topic and the age of the oldest in ms. */
  measure(now: number): Promise<{ topic: OutboxTopic; open: number; dead: number; oldestMs: number }[]>;
}

export interface DeadLetter extends OutboxMessage {
  readonly code: string;
  readonly detail: string;
  readonly buriedAt: number;
  readonly attempts: number;
}
