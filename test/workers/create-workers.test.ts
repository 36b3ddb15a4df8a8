import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { UseCases } from '../../server/http/use-cases.ts';
import { openGate, type TcpGate } from '../fakes/tcp-gate.ts';
import {
  ACTOR,
  claimRequest,
  customerWithOrder,
  eventually,
  file,
  openHarness,
  send,
  type Harness,
} from '../journeys/service-harness.ts';
import { verifyLedger } from '../../server/usecases/verify/verify-ledger.ts';
import { testRedisUrl } from '../setup/database.ts';

const PAGE = { from: 0, to: 9, sort: ['createdAt', 'DESC'] } as const;

/** Everybody who claims here gets all their money back. Answers the case's id. */
async function refund(api: UseCases, name: string, change: Record<string, unknown> = {}): Promise<string> {
  await send(api, ...customerWithOrder(name, `o-${name}`, { ...change }));
  const { response } = await file(api, claimRequest({ customerId: name, subject: { type: 'order', id: `o-${name}` } }));
  expect(response.decision.disposition).toBe('granted');
  return response.case.id;
}

async function payoutOf(api: UseCases, caseId: string) {
  return (await api.listPayouts({ ...PAGE, filter: { caseId } })).items.at(0);
}

function payoutReaches(api: UseCases, caseId: string, status: string) {
  return eventually(async () => {
    const payout = await payoutOf(api, caseId);
    return payout?.status === status ? payout : null;
  }, `payout ${status}`);
}

describe('two workers at once', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness();
    harness.startWorkers();
  });
  afterAll(() => harness?.close());

  it.each([
    ['sbx_ok', 'settled', 'closed', 0],
    ['sbx_fail', 'failed', 'in_review', 100],
    ['sbx_unknown', 'settled', 'closed', 0],
    ['sbx_late_fail', 'reversed', 'in_review', 100],
  ])('bring a payout of %s to %s', async (paymentRef, status, caseStatus, balance) => {
    const name = paymentRef.replaceAll('_', '-');
    const caseId = await refund(harness.api, name, { paymentRef: `${paymentRef}_1` });
    await payoutReaches(harness.api, caseId, status);
    expect((await harness.api.getCase(caseId)).status).toBe(caseStatus);
    expect((await harness.api.getWallet('anumi', `w-${name}`)).balance).toBe(balance);
  });

  it('leave one that waits for a webhook to it, however often it comes', async () => {
    const caseId = await refund(harness.api, 'pending', { paymentRef: 'sbx_pending_1' });
    const { id } = await payoutReaches(harness.api, caseId, 'submitted');
    const notify = (api: UseCases) => api.notifyProvider('sandbox', { payoutId: id, state: 'settled' }, ACTOR);
    await Promise.all([notify(harness.api), notify(harness.otherApi), notify(harness.api)]);
    expect(await payoutOf(harness.api, caseId)).toMatchObject({ status: 'settled' });
    const entries = await harness.api.listEntries({ ...PAGE, sort: ['recordedAt', 'ASC'], filter: { caseId } });
    expect(entries.items.map((entry) => entry.kind).toSorted()).toEqual([
      'credits_voided',
      'refund_promised',
      'refund_settled',
    ]);
  });

  it('make a dead letter of what nobody can send, and try it again on request', async () => {
    const caseId = await refund(harness.api, 'polar', { provider: 'polar' });
    const dead = await eventually(
      async () => (await harness.api.listDeadLetters({ ...PAGE, filter: {} })).items.at(0) ?? null,
      'a dead letter',
    );
    expect(dead).toMatchObject({ code: 'PROVIDER_NOT_CONFIGURED', topic: 'payout' });
    expect((await payoutOf(harness.api, caseId))?.status).toBe('queued');
    await harness.api.replayDeadLetter(dead.id, ACTOR);
    await eventually(
      async () =>
        (await harness.api.listDeadLetters({ ...PAGE, filter: {} })).items.at(0)?.id === dead.id ? true : null,
      'the dead letter again',
    );
    await expect(harness.api.replayDeadLetter('none', ACTOR)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finish many refunds, each once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `many-${index}`);
    const cases = await Promise.all(
      names.map((name, index) => refund(index % 2 === 0 ? harness.api : harness.otherApi, name)),
    );
    for (const caseId of cases) await payoutReaches(harness.api, caseId, 'settled');
    const entries = await harness.api.listEntries({ from: 0, to: 99, sort: ['recordedAt', 'ASC'], filter: {} });
    const settled = entries.items.filter(
      (entry) => entry.kind === 'refund_settled' && cases.includes(entry.caseId ?? ''),
    );
    expect(settled).toHaveLength(12);
  });

  it('leave books in which every invariant holds', async () => {
    const [service] = harness.services;
    const lines: string[] = [];
    const holds =
      service &&
      (await verifyLedger({
        audits: service.stores.audits,
        clock: service.clock,
        print: (line) => void lines.push(line),
      }));
    expect(holds, lines.join('\n')).toBe(true);
  });
});

describe('Redis', () => {
  let harness: Harness | undefined;
  let gate: TcpGate | undefined;
  afterEach(async () => {
    await gate?.open();
    await harness?.close();
    await gate?.shut();
    harness = undefined;
    gate = undefined;
  });

  it('that is away loses nothing: the outbox keeps what was decided until it is back', async () => {
    const opened = await openGate(testRedisUrl());
    gate = opened.gate;
    harness = await openHarness({ redisUrl: opened.url });
    harness.startWorkers();
    await gate.shut();
    const caseId = await refund(harness.api, 'away');
    expect(await payoutOf(harness.api, caseId)).toBeUndefined();
    await gate.open();
    await payoutReaches(harness.api, caseId, 'settled');
  });

  it('that is away when the workers end does not hold them up for more than ten seconds', async () => {
    const opened = await openGate(testRedisUrl());
    gate = opened.gate;
    harness = await openHarness({ redisUrl: opened.url });
    harness.startWorkers();
    await gate.shut();
    const closing = harness.close().then(() => 'closed');
    harness = undefined;
    const late = new Promise((resolve) => {
      setTimeout(resolve, 10_000, 'late').unref();
    });
    expect(await Promise.race([closing, late])).toBe('closed');
  });

  it('that forgot every job loses nothing: the relay announces open messages again', async () => {
    harness = await openHarness();
    const caseId = await refund(harness.api, 'flushed');
    const redis = new Redis(testRedisUrl());
    const keys = await redis.keys(`${harness.config.queuePrefix ?? ''}:*`);
    expect(keys.length).toBeGreaterThan(0);
    await redis.del(...keys);
    redis.disconnect();
    harness.startWorkers();
    await payoutReaches(harness.api, caseId, 'settled');
    const [topic] = (await harness.services[0]?.stores.outbox.measure(Date.now())) ?? [];
    expect(topic).toMatchObject({ open: 0, dead: 0 });
  });
});
