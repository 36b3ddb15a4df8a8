import { Agent, request } from 'node:http';
import { z } from 'zod';

const claimReply = z.object({ decision: z.object({ disposition: z.string(), reasonCode: z.string() }) });
const eventReply = z.object({ accepted: z.int(), rejected: z.array(z.unknown()) });

/** An event in CloudEvents' JSON form. */
export interface BenchEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The service over HTTP with connections kept alive; every answer is checked, since a quick refusal is no result. */
export interface BenchClient {
  sendEvents(events: readonly BenchEvent[]): Promise<void>;
  sendEvent(event: BenchEvent): Promise<void>;
  /** @returns the reason code of the decision */
  fileClaim(key: string, claim: object): Promise<string>;
  close(): void;
}

/** Connects to one API. Node's own client is used: it costs the machine that is measured the least. */
export function createBenchClient(baseUrl: string, apiKey: string): BenchClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const post = (path: string, type: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const bytes = Buffer.from(JSON.stringify(body));
      const outgoing = request(
        `${baseUrl}${path}`,
        {
          agent,
          method: 'POST',
          headers: {
            authorization: `Bearer ${apiKey}`,
            'content-type': type,
            'content-length': bytes.length,
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () => {
            const text = Buffer.concat(parts).toString();
            if (answer.statusCode === 200 || answer.statusCode === 201) resolve(JSON.parse(text));
            else reject(new Error(`${path} answered ${String(answer.statusCode)}: ${text.slice(0, 500)}`));
          });
        },
      );
      outgoing.once('error', reject);
      outgoing.end(bytes);
    });
  const demandAll = (reply: unknown, count: number): void => {
    const { accepted, rejected } = eventReply.parse(reply);
    if (accepted !== count)
      throw new Error(`${accepted} of ${count} events accepted: ${JSON.stringify(rejected).slice(0, 500)}`);
  };
  return {
    async sendEvents(events) {
      demandAll(await post('/api/events', 'application/cloudevents-batch+json', events), events.length);
    },
    async sendEvent(event) {
      demandAll(await post('/api/events', 'application/cloudevents+json', event), 1);
    },
    async fileClaim(key, claim) {
      const reply = await post('/api/claims', 'application/json', claim, { 'idempotency-key': key });
      return claimReply.parse(reply).decision.reasonCode;
    },
    close: () => agent.destroy(),
  };
}
