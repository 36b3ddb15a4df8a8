import type { Calendars, HolidayCalendar, ZoneCalendar } from '../core/calendars/calendar.ts';

/** Now, in epoch ms, corrected to the primary's clock. */
export interface Clock {
  now(): number;
}

/** Sortable unique ids (ULID, no colon). */
export interface Ids {
  next(): string;
}

/** Keyed hash of an address or a number, normalised first: equal inputs compare equal without being kept. */
export interface Pseudonyms {
  hashEmail(email: string): string;
  hashPhone(phone: string): string;
}

/** Immutable calendars by digest; made on demand from the libraries and stored before they are named by a record. */
export interface CalendarLibrary {
  /** Digests for a zone and a country as of now (made and stored where absent). */
  resolve(zone: string, country: string): Promise<{ zone: string; holidays: string; calendars: Calendars }>;
  /** Throws CALENDAR_MISSING where a digest is unknown. */
  get(digests: { readonly zone: string; readonly holidays: string }): Promise<Calendars>;
  isZone(zone: string): boolean;
}

export interface CalendarStore {
  append(digest: string, calendar: ZoneCalendar | HolidayCalendar): Promise<void>;
  find(digest: string): Promise<ZoneCalendar | HolidayCalendar | null>;
}

/** Where committed work is announced. Losing it loses nothing: the relay finds open messages again. */
export interface WorkQueue {
  /**
   * Adds one job that names these outbox ids. Throws or times out (200 ms) while Redis is away.
   * A payout's `provider` chooses the provider's own queue; without it, or where no adapter serves it, a common one takes the job.
   * `isRepeat`: the messages were announced before; whoever works on them counts the try first.
   */
  publish(topic: 'outcome' | 'payout', ids: readonly string[], provider?: string, isRepeat?: boolean): Promise<void>;
}

/** Jobs of one queue by state. */
export interface QueueDepth {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** How the queue itself is. */
export interface QueueHealth {
  /** Whether Redis answers within 200 ms. */
  isReachable(): Promise<boolean>;
  /** Whether so many jobs wait in the queue of such messages that announcing them again would only lengthen it. Throws or times out while Redis is away. */
  isBacklogged(topic: 'outcome' | 'payout', provider?: string): Promise<boolean>;
  /** Depth of every queue. Throws or times out while Redis is away. */
  measureDepths(): Promise<QueueDepth[]>;
}

/** Measures, names as in prom-client; a fake records them. */
export interface Telemetry {
  countClaims(program: string, disposition: string, count: number): void;
  observeDecision(program: string, seconds: number): void;
}

/** Structured log without personal data. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
