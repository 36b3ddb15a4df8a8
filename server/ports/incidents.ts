import type { EventReceipt } from './unit-of-work.ts';

/** A program-wide outage. Instants are epoch ms. */
export interface Incident {
  readonly key: string;
  readonly program: string;
  readonly incidentId: string;
  readonly severity: 'complete' | 'partial';
  readonly openedAt: number;
  readonly closedAt?: number;
  readonly remedyOffered?: boolean;
}

/** Incidents belong to a program, not to a customer; they are written outside the customers' guard. */
export interface Incidents {
  /** Incidents of these programs that are open, or closed at `sinceAt` (epoch ms) or later; by when they opened. */
  load(programs: readonly string[], sinceAt: number): Promise<Incident[]>;
  find(key: string): Promise<Incident | null>;
  /**
   * Saves the incident in the place of `known` (null: it is new) together with the event's receipt; false where the receipt's key is taken.
   * Throws CONFLICT where the incident is not `known` any more.
   */
  save(incident: Incident, receipt: EventReceipt, known: Incident | null): Promise<boolean>;
}
