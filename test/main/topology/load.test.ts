import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { countLost, runLoad } from '../../../server/main/topology/load.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Batch {
  readonly key: string;
  readonly body: string;
}

/** An API of a few lines: `answer` gives status and body for each batch of events. */
async function fakeApi(
  answer: (batch: Batch, attempt: number) => [number, unknown],
  balance = 100,
): Promise<{ url: string; seen: Map<string, string[]> }> {
  const seen = new Map<string, string[]>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      if (request.method === 'GET') return response.end(JSON.stringify({ balance }));
      const key = String((JSON.parse(body) as { id: string }[])[0]?.id);
      const bodies = seen.get(key) ?? [];
      bodies.push(body);
      seen.set(key, bodies);
      const [status, reply] = answer({ key, body }, bodies.length);
      response.statusCode = status;
      return response.end(JSON.stringify(reply));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, seen };
}

const accepted: [number, unknown] = [200, { accepted: 3, duplicates: 0, rejected: [] }];

it('sends again, with the same identity and the same body, until it is acknowledged', async () => {
  const api = await fakeApi((_, attempt) => (attempt < 2 ? [503, {}] : accepted));
  const report = await runLoad({ baseUrls: [api.url], apiKey: 'k', durationMs: 300, concurrency: 2 });
  expect(report.acknowledged.length).toBe(api.seen.size);
  expect(report.errors).toEqual({ 'HTTP 503': report.retries });
  expect(report.retries).toBe(api.seen.size);
  expect(report.givenUp).toBe(0);
  for (const bodies of api.seen.values()) expect(new Set(bodies).size).toBe(1);
});

it('takes a rejected event as not acknowledged', async () => {
  const api = await fakeApi((_, attempt) =>
    attempt < 2 ? [200, { accepted: 2, duplicates: 0, rejected: [{ index: 2 }] }] : accepted,
  );
  const report = await runLoad({ baseUrls: [api.url], apiKey: 'k', durationMs: 100, concurrency: 1 });
  expect(report.errors).toEqual({ rejected: report.retries });
});

it('counts what did not come back, and what came back twice, as lost', async () => {
  const whole = await fakeApi(() => accepted);
  expect(await countLost({ baseUrls: [whole.url], apiKey: 'k' }, ['a', 'b'], 100)).toBe(0);
  const short = await fakeApi(() => accepted, 95);
  expect(await countLost({ baseUrls: [short.url], apiKey: 'k' }, ['a', 'b'], 100)).toBe(2);
  const twice = await fakeApi(() => accepted, 105);
  expect(await countLost({ baseUrls: [twice.url], apiKey: 'k' }, ['a'], 100)).toBe(1);
});
