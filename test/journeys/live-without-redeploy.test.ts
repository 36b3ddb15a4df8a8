import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Activation } from '../../server/core/policies/policy-version.ts';
import { selectActivation } from '../../server/core/policies/select-activation.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import type { StoredDecision } from '../../server/ports/unit-of-work.ts';
import { childCommand } from '../../server/main/child-process.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { hashApiKeySecret } from '../../server/providers/api-key-secret.ts';
import { OWNER } from './people.ts';
import { passing, publishChange, withText } from './policy-acts.ts';
import { openHarness, type Harness } from './service-harness.ts';

const VERSIONS = 50;
const STEP_MS = 200;
const KEY = 'rdr_key_of_the_load';
const LANES = 6;

let harness: Harness;
const children: { readonly base: string; stop(): Promise<void> }[] = [];

/** An API process of its own, as it runs beyond one machine. */
async function startApi(): Promise<void> {
  const port = await findFreePort();
  const [command, ...args] = childCommand(['api'], false);
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      MONGODB_URI: harness.config.mongodbUri,
      REDIS_URL: harness.config.redisUrl,
      REDRESS_SECRET: harness.config.secret,
      REDRESS_DATA_DIR: tmpdir(),
      LOG_LEVEL: 'silent',
      REDRESS_LOG_LEVEL: 'silent',
      REDRESS_RATE_LIMIT: '0',
    },
  });
  const base = `http://127.0.0.1:${port}`;
  children.push({
    base,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  });
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${base}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the API did not become ready');
}

beforeAll(async () => {
  harness = await openHarness();
  const { stores, ids, clock } = harness.services[0] ?? {};
  if (stores === undefined || ids === undefined || clock === undefined) throw new Error('there is no service');
  await stores.apiKeys.append(
    {
      id: 'load',
      name: 'load',
      secretHash: hashApiKeySecret(KEY),
      programs: ['anumi'],
      verbs: KEY_VERBS,
      createdAt: clock.now(),
    },
    {
      id: ids.next(),
      action: 'api_key.created',
      actor: 'system/test',
      at: clock.now(),
      subject: { type: 'api_key', id: 'load' },
    },
  );
  await Promise.all([startApi(), startApi()]);
}, 120_000);

afterAll(async () => {
  await Promise.all(children.map((child) => child.stop()));
  await harness?.close();
});

async function post(
  base: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

const event = (id: string, type: string, data: object): object => ({
  specversion: '1.0',
  id,
  source: '/load',
  type: `redress.${type}`,
  time: new Date(Date.now() - 50).toISOString(),
  data: { program: 'anumi', ...data },
});

/** Buys and claims again and again until `until` (epoch ms), at both APIs in turn; some claim long after they bought. */
async function loadLane(lane: number, until: number): Promise<number> {
  let filed = 0;
  const claim = async (base: string, id: string): Promise<void> => {
    await post(
      base,
      '/api/claims',
      {
        program: 'anumi',
        customerId: id,
        subject: { type: 'order', id },
        reason: 'unused_credits',
        remedy: 'cash',
        channel: 'web_support',
        fields: { orderId: 'receipt', description: 'please' },
      },
      { 'Idempotency-Key': id },
    );
    filed += 1;
  };
  const waiting: string[] = [];
  for (let n = 0; Date.now() < until; n += 1) {
    const base = children[n % children.length]?.base ?? '';
    const id = `load-${lane}-${n}`;
    await post(
      base,
      '/api/events',
      [
        event(`${id}-c`, 'customer.updated', {
          customerId: id,
          country: 'US',
          isConsumer: true,
          timezone: 'UTC',
          locale: 'en',
        }),
        event(`${id}-o`, 'order.paid', {
          orderId: id,
          customerId: id,
          walletId: id,
          sku: 'pack',
          credits: 100,
          amountMinor: 999,
          currency: 'EUR',
          provider: 'sandbox',
          paymentRef: `sbx_ok_${id}`,
        }),
      ],
      { 'Content-Type': 'application/cloudevents-batch+json' },
    );
    waiting.push(id);
    if (n % 3 !== 0) continue;
    for (const one of waiting.splice(0)) await claim(children[(n + 1) % children.length]?.base ?? '', one);
  }
  return filed;
}

async function listAllDecisions(): Promise<StoredDecision[]> {
  const reads = harness.services[0]?.stores.reads;
  const all: StoredDecision[] = [];
  for (let from = 0; ; from += 1_000) {
    const { items } = (await reads?.listDecisions({
      from,
      to: from + 999,
      sort: ['decidedAt', 'ASC'],
      filter: { program: 'anumi' },
    })) ?? { items: [] };
    all.push(...items);
    if (items.length < 1_000) return all;
  }
}

/** The number that must have been in force for one candidate of a decision. */
function expectedNumber(
  activations: readonly Activation[],
  { record }: StoredDecision,
  basis: 'request_time' | 'purchase_time',
): number | undefined {
  const at = basis === 'request_time' ? record.claim.receivedAt : (record.order?.paidAt ?? record.claim.receivedAt);
  return selectActivation(activations, at)?.number;
}

describe('versions that change under load', () => {
  it('decide from their instants on, in every process, and no other ever does', async () => {
    const soon = Date.now() + 3_600_000;
    const first = await publishChange(harness.api, 'anumi', (content) => withText(content, 'first'), soon);
    const begun = Date.now();
    const second = await publishChange(harness.api, 'anumi', (content) => withText(content, 'second'), soon + 1);
    // As long as it takes to have them all approved before the first takes effect, on a slow machine too.
    const firstAt = Date.now() + 10_000 + (Date.now() - begun) * VERSIONS * 2;
    for (const { id } of [second, first]) await harness.api.withdrawVersion(id, 'it only measured the time', OWNER);
    for (let n = 0; n < VERSIONS; n += 1)
      await publishChange(
        harness.api,
        'anumi',
        (content) => withText(content, `version ${n + 2}`),
        firstAt + n * STEP_MS,
      );
    await passing(firstAt - 1_000);
    const until = firstAt + VERSIONS * STEP_MS + 1_000;
    const filed = await Promise.all(Array.from({ length: LANES }, (_, lane) => loadLane(lane, until)));
    const activations = (await harness.services[0]?.stores.policies.loadActivations(['anumi'])) ?? [];
    expect(activations).toHaveLength(VERSIONS + 5);
    const decisions = await listAllDecisions();
    expect(decisions.length).toBe(filed.reduce((sum, one) => sum + one, 0));
    for (const stored of decisions) {
      const found = stored.decision.candidates.map(({ basis, policy }) => ({ basis, number: policy.version.number }));
      expect(found).toEqual(
        stored.decision.candidates.map(({ basis }) => ({ basis, number: expectedNumber(activations, stored, basis) })),
      );
      expect(found.map((one) => one.number)).toContain(stored.decision.policyVersion.number);
    }
    const numbers = new Set(
      decisions.flatMap((one) => one.decision.candidates.map(({ policy }) => policy.version.number)),
    );
    expect(numbers.size).toBeGreaterThan(VERSIONS * 0.8);
    expect(
      decisions.some(
        ({ decision }) => new Set(decision.candidates.map(({ policy }) => policy.version.number)).size === 2,
      ),
    ).toBe(true);
  }, 400_000);
});
