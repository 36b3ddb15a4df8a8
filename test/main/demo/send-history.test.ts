import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { checkSummary } from '../../../server/main/demo.ts';
import type { ClaimAnswer, DemoClient } from '../../../server/main/demo/demo-client.ts';
import { createDemoClient } from '../../../server/main/demo/demo-client.ts';
import { generateHistory } from '../../../server/main/demo/generate-history.ts';
import { sendHistory } from '../../../server/main/demo/send-history.ts';
import type { DemoSummary } from '../../../server/main/demo/send-history.ts';

const history = generateHistory(11, Date.UTC(2026, 10, 1), 0.06);

/** A service that knows what it was sent before. */
function createRecordingClient(): DemoClient & { readonly sent: string[]; readonly busiest: () => number } {
  const sent: string[] = [];
  const known = new Set<string>();
  let underWay = 0;
  let busiest = 0;
  const answer = (id: string, disposition: 'granted' | 'needs_info'): ClaimAnswer => ({
    case: { id, status: 'closed' },
    decision: { disposition },
  });
  return {
    sent,
    busiest: () => busiest,
    async sendEvents(events) {
      const fresh = events.filter(({ id }) => !known.has(id));
      for (const { id } of fresh) known.add(id);
      sent.push(...events.map(({ time }) => time));
      return { accepted: fresh.length, duplicates: events.length - fresh.length, rejected: [] };
    },
    async fileClaim({ key, body }) {
      busiest = Math.max(busiest, (underWay += 1));
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      sent.push(String(body.sentAt));
      return answer(key, Object.keys(body.fields ?? {}).length === 0 ? 'needs_info' : 'granted');
    },
    async supplyInformation(id) {
      return answer(id, 'granted');
    },
  };
}

describe('sending a history', () => {
  it('sends everything, week by week, many claims at a time', async () => {
    const client = createRecordingClient();
    const told: number[] = [];
    const summary = await sendHistory(client, history, ({ events, claims }) => told.push(events + claims));
    expect(summary).toMatchObject({
      events: history.events.length,
      claims: history.claims.length,
      duplicates: 0,
      rejected: 0,
    });
    const weeks = client.sent.map((time) => Math.floor((Date.parse(time) - history.startAt) / (7 * 86_400_000)));
    expect(weeks).toEqual(weeks.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(history.events.length + history.claims.length);
    expect(client.busiest()).toBeGreaterThan(1);
    expect(client.busiest()).toBeLessThanOrEqual(32);
  });

  it('completes the cases that ask for more', async () => {
    const { completed, dispositions } = await sendHistory(createRecordingClient(), history, () => undefined);
    expect(completed).toBeGreaterThan(0);
    expect(dispositions.granted).toBe(history.claims.length + completed - (dispositions.needs_info ?? 0));
  });

  it('changes nothing when it is sent again', async () => {
    const client = createRecordingClient();
    await sendHistory(client, history, () => undefined);
    expect(await sendHistory(client, history, () => undefined)).toMatchObject({ duplicates: history.events.length });
  });
});

describe('the check at the end', () => {
  const good: DemoSummary = {
    events: 9,
    duplicates: 0,
    rejected: 1,
    claims: 5,
    completed: 0,
    unexpected: [],
    dispositions: { granted: 1, denied: 1, referred: 1, needs_info: 1, no_action: 1 },
  };
  it('accepts every kind of decision and the refusals that are meant to be', () => {
    expect(() => checkSummary(good, 1)).not.toThrow();
  });
  it('misses a kind of decision', () => {
    expect(() => checkSummary({ ...good, dispositions: { ...good.dispositions, denied: 0 } }, 1)).toThrow('denied');
  });
  it('reports refusals that were not meant to be', () => {
    expect(() => checkSummary(good, 0)).toThrow('1 events were refused where 0 were meant to be');
    expect(() => checkSummary({ ...good, unexpected: ['demo-1: OWNER_MISMATCH'] }, 1)).toThrow('OWNER_MISMATCH');
  });
});

describe('the client', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function answerWith(
    ...answers: readonly [number, unknown][]
  ): Promise<{ client: DemoClient; requests: string[] }> {
    const requests: string[] = [];
    server = createServer((request, response) => {
      const { 'content-type': type, authorization, 'idempotency-key': key } = request.headers;
      requests.push([request.method, request.url, type, authorization, key ?? '-'].join(' '));
      const [status, body] = answers[Math.min(requests.length, answers.length) - 1] ?? [500, {}];
      request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(body)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A server that listens on a port has such an address.
    const { port } = server.address() as AddressInfo;
    return { client: createDemoClient(`http://127.0.0.1:${port}`, 'rdr_demo'), requests };
  }
  const [claim] = history.claims;

  it('speaks as the contract asks, and waits for a service that is busy', async () => {
    const done = { case: { id: 'c', status: 'closed' }, decision: { disposition: 'denied' } };
    const { client, requests } = await answerWith([503, {}], [201, done]);
    if (claim === undefined) throw new Error('there are claims');
    expect(await client.fileClaim(claim)).toEqual(done);
    expect(requests).toEqual(
      Array.from({ length: 2 }, () => `POST /api/claims application/json Bearer rdr_demo ${claim.key}`),
    );
  });

  it('sends events as a batch', async () => {
    const reply = { accepted: 2, duplicates: 0, rejected: [] };
    const { client, requests } = await answerWith([200, reply]);
    expect(await client.sendEvents(history.events.slice(0, 2))).toEqual(reply);
    expect(requests).toEqual(['POST /api/events application/cloudevents-batch+json Bearer rdr_demo -']);
  });

  it('stops at a refusal, with what was said', async () => {
    const { client } = await answerWith([409, { code: 'IDEMPOTENCY_KEY_REUSED' }]);
    if (claim === undefined) throw new Error('there are claims');
    await expect(client.fileClaim(claim)).rejects.toThrow(/\/api\/claims: 409 .*IDEMPOTENCY_KEY_REUSED/);
  });
});
