import type { Disposition } from '../../core/decisions/decision.ts';
import type { DemoClient } from './demo-client.ts';
import type { DemoClaim, DemoEvent, DemoHistory } from './history.ts';

const BATCH = 1_000;
/** Claims under way at a time. */
const CONCURRENCY = 32;
/** Length of the stretches in which events go first and claims follow, ms. */
const STRETCH_MS = 7 * 86_400_000;

/** What the service made of a history. `unexpected` are refusals that were not meant to be. */
export interface DemoSummary {
  readonly events: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly claims: number;
  readonly completed: number;
  readonly dispositions: Readonly<Partial<Record<Disposition, number>>>;
  readonly unexpected: readonly string[];
}

/** How far it is: sent and in all. */
export interface DemoProgress {
  readonly events: number;
  readonly allEvents: number;
  readonly claims: number;
  readonly allClaims: number;
}

/**
 * Sends a history in the order in which it happened: week by week, the events in batches, then the claims of that week,
 * many at a time. Nothing is lost where it is cut short: sent again, what was sent before changes nothing.
 * Throws where the service refuses a request.
 */
export async function sendHistory(
  client: DemoClient,
  history: DemoHistory,
  report: (progress: DemoProgress) => void,
): Promise<DemoSummary> {
  const tally = new Tally(history, report);
  for (let from = history.startAt; from < history.endAt; from += STRETCH_MS) {
    const until = from + STRETCH_MS;
    const events = history.events.filter(({ time }) => isWithin(Date.parse(time), from, until));
    for (let first = 0; first < events.length; first += BATCH) {
      const batch = events.slice(first, first + BATCH);
      tally.countEvents(batch, await client.sendEvents(batch));
    }
    const claims = history.claims.filter(({ sentAt }) => isWithin(sentAt, from, until));
    await sendClaims(client, claims, tally);
  }
  return tally.summarise();
}

/** Each customer's claims one after the other, customers side by side. */
async function sendClaims(client: DemoClient, claims: readonly DemoClaim[], tally: Tally): Promise<void> {
  const waiting = groupByCustomer(claims);
  const work = async (): Promise<void> => {
    for (let own = waiting.shift(); own !== undefined; own = waiting.shift()) {
      for (const claim of own) await sendClaim(client, claim, tally);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

function groupByCustomer(claims: readonly DemoClaim[]): DemoClaim[][] {
  const groups = new Map<string, DemoClaim[]>();
  for (const claim of claims) {
    const own = groups.get(claim.body.customerId);
    if (own === undefined) groups.set(claim.body.customerId, [claim]);
    else own.push(claim);
  }
  return [...groups.values()];
}

async function sendClaim(client: DemoClient, claim: DemoClaim, tally: Tally): Promise<void> {
  const answer = await client.fileClaim(claim);
  tally.countClaim(answer.decision.disposition);
  if (claim.information === undefined || answer.decision.disposition !== 'needs_info') return;
  const completed = await client.supplyInformation(answer.case.id, claim.information);
  tally.countCompletion(completed.decision.disposition);
}

function isWithin(at: number, from: number, until: number): boolean {
  return at >= from && at < until;
}

class Tally {
  readonly #history: DemoHistory;
  readonly #report: (progress: DemoProgress) => void;
  readonly #dispositions: Partial<Record<Disposition, number>> = {};
  readonly #unexpected: string[] = [];
  #events = 0;
  #duplicates = 0;
  #rejected = 0;
  #claims = 0;
  #completed = 0;

  constructor(history: DemoHistory, report: (progress: DemoProgress) => void) {
    this.#history = history;
    this.#report = report;
  }

  countEvents(batch: readonly DemoEvent[], answer: Awaited<ReturnType<DemoClient['sendEvents']>>): void {
    this.#events += batch.length;
    this.#duplicates += answer.duplicates;
    this.#rejected += answer.rejected.length;
    for (const { id, code, message } of answer.rejected) {
      if (code !== 'INSUFFICIENT_CREDITS') this.#unexpected.push(`${id}: ${code} ${message}`);
    }
    this.#tell();
  }

  countClaim(disposition: Disposition): void {
    this.#claims += 1;
    this.#dispositions[disposition] = (this.#dispositions[disposition] ?? 0) + 1;
    this.#tell();
  }

  countCompletion(disposition: Disposition): void {
    this.#completed += 1;
    this.#dispositions[disposition] = (this.#dispositions[disposition] ?? 0) + 1;
  }

  summarise(): DemoSummary {
    return {
      events: this.#events,
      duplicates: this.#duplicates,
      rejected: this.#rejected,
      claims: this.#claims,
      completed: this.#completed,
      dispositions: this.#dispositions,
      unexpected: this.#unexpected,
    };
  }

  #tell(): void {
    const { events, claims } = this.#history;
    this.#report({ events: this.#events, allEvents: events.length, claims: this.#claims, allClaims: claims.length });
  }
}
