import type { ClaimReply } from '../../../server/contract/http/replies.ts';
import { claimRequest, cloudEvent, customerWithOrder } from '../../journeys/service-harness.ts';

const DAY_MS = 86_400_000;
let counter = 0;

/** A shop's program: it reports what happened and files its customers' claims, over HTTP and with a key. */
export class Machine {
  readonly #url: string;
  readonly #secret: string;

  constructor(url: string, secret: string) {
    this.#url = url;
    this.#secret = secret;
  }

  /** Sends events as they come from {@link cloudEvent}; throws where one is refused. */
  async report(...events: object[]): Promise<void> {
    const reply = await this.#post('/api/events', events, { 'Content-Type': 'application/cloudevents-batch+json' });
    const { rejected } = reply as { rejected: readonly unknown[] };
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  }

  /** A customer of their own who bought a pack so many days ago, for 9.99 EUR unless `change` says otherwise; answers their id, and the order's. */
  async sell(daysAgo: number, program = 'anumi', change: Record<string, unknown> = {}): Promise<string> {
    const id = `ada-${(counter += 1)}`;
    const events = customerWithOrder(id, id, { program, ...change });
    for (const event of events) event['data'] = { ...(event['data'] as object), program };
    const order = { ...events[1], time: new Date(Date.now() - daysAgo * DAY_MS).toISOString() };
    await this.report({ ...events[0], time: new Date(Date.now() - (daysAgo + 1) * DAY_MS).toISOString() }, order);
    return id;
  }

  /** Files a claim for cash on what {@link sell} sold, unless `change` says otherwise. */
  async claim(customerId: string, change: Record<string, unknown> = {}): Promise<ClaimReply> {
    const body = claimRequest({ customerId, subject: { type: 'order', id: customerId }, ...change });
    return (await this.#post('/api/claims', body, {
      'Content-Type': 'application/json',
      'Idempotency-Key': `claim-${(counter += 1)}`,
    })) as ClaimReply;
  }

  /** An event of a program, so many days ago. */
  async happen(type: string, data: Record<string, unknown>, daysAgo = 0): Promise<void> {
    await this.report(cloudEvent(type, data, -daysAgo));
  }

  async #post(path: string, body: unknown, headers: Record<string, string>): Promise<unknown> {
    const answer = await fetch(this.#url + path, {
      method: 'POST',
      headers: { ...headers, Authorization: `Bearer ${this.#secret}` },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  }
}
