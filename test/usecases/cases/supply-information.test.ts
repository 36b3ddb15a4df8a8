import { beforeEach, describe, expect, it } from 'vitest';
import type { InformationRequest } from '../../../server/contract/http/claim-request.ts';
import type { ClaimResult } from '../../../server/usecases/adjudication/work-item.ts';
import { listTimeline } from '../../../server/usecases/cases/list-timeline.ts';
import { supplyInformation } from '../../../server/usecases/cases/supply-information.ts';
import { claimOf, courtesyOf, DAY, rawCharge, rawEvent, rawOrder, ServiceWorld } from '../service-world.ts';

let world: ServiceWorld;
beforeEach(async () => {
  world = await ServiceWorld.of('anumi');
  await world.send(
    rawEvent('customer.updated', { customerId: 'c', emails: ['c@example.test'], country: 'US', isConsumer: true }),
    rawOrder('c', 'o'),
  );
});

const supply = (caseId: string, request: InformationRequest, idempotencyKey?: string): Promise<ClaimResult> =>
  supplyInformation(
    { ...world.ingest, adjudicator: world.open(), reads: world.stores.reads },
    { caseId, request, idempotencyKey, bodyDigest: JSON.stringify(request), actor: 'key/test' },
  );
const bare = (change: Record<string, unknown> = {}) => claimOf('c', 'o', { fields: {}, ...change });

describe('information', () => {
  it('completes a case, which is decided again by its first sending and receipt and counts as one claim', async () => {
    const sentAt = new Date(world.now - DAY).toISOString();
    const { kase, decision } = await world.fileOne(bare({ sentAt }));
    expect(decision.decision).toMatchObject({ disposition: 'needs_info', missing: ['description'] });
    world.now += 20 * DAY;
    const completed = await supply(kase.id, { fields: { description: 'it never worked', amount: '  ' } });
    if (completed.status !== 'decided') return expect.fail(completed.status);
    const { record, decision: again } = completed.decision;
    expect(record.claim).toMatchObject({
      sentAt: world.now - 21 * DAY,
      receivedAt: world.now - 20 * DAY,
      fields: ['description'],
    });
    expect(record.customer.claimedAt).toEqual([]);
    expect(again).toMatchObject({ disposition: 'granted', reasonCode: 'UNUSED_PACK' });
    expect(completed.kase).toMatchObject({
      id: kase.id,
      decisionIds: [decision.id, completed.decision.id],
      sequence: 2,
    });
    expect(world.stores.tables.customers.get('anumi/c')?.claims).toMatchObject([{ caseId: kase.id, needsInfo: false }]);
  });

  it('is in the timeline, by the names of what was supplied, before the decision that it led to', async () => {
    const { kase } = await world.fileOne(bare());
    world.now += DAY;
    await supply(kase.id, { fields: { description: 'a secret' }, evidence: [{ kind: 'link', ref: 'x' }] });
    const timeline = await listTimeline(world.stores, kase.id);
    expect(timeline.map(({ kind }) => kind)).toEqual(['claim', 'decision', 'information', 'decision']);
    expect(timeline[2]).toMatchObject({
      code: 'information_supplied',
      summary: 'Information supplied: fields description; evidence link.',
    });
    const { reads } = world.stores;
    const findDecisions: typeof reads.findDecisions = async (ids) => (await reads.findDecisions(ids)).toReversed();
    expect(await listTimeline({ ...world.stores, reads: { ...reads, findDecisions } }, kase.id)).toEqual(timeline);
  });

  it('is taken once: by its key, and by the state of the case without one', async () => {
    const { kase } = await world.fileOne(bare());
    const request = { fields: { description: 'x' } };
    const results = await Promise.all([supply(kase.id, request, 'k'), supply(kase.id, request, 'k')]);
    expect(results.map((result) => result.status).toSorted()).toEqual(['decided', 'replayed']);
    expect(await supply(kase.id, { fields: { description: 'y' } }, 'k')).toMatchObject({
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await supply(kase.id, request)).toMatchObject({ status: 'refused', error: { code: 'CASE_NOT_WAITING' } });
    expect(await supply('nowhere', request)).toMatchObject({ status: 'refused', error: { code: 'CASE_NOT_FOUND' } });
    expect(world.stores.tables.decisions.size).toBe(2);
  });

  it('that is still not enough leaves the case waiting', async () => {
    const { kase } = await world.fileOne(bare());
    const result = await supply(kase.id, { fields: { details: 'x' } });
    expect(result).toMatchObject({ status: 'decided', kase: { status: 'awaiting_customer' } });
    expect(await supply(kase.id, { fields: { description: 'x' } })).toMatchObject({ kase: { status: 'settling' } });
  });

  it('brings evidence and a sender to a claim about a generation', async () => {
    await world.send(rawCharge('c', 'g'), rawEvent('generation.succeeded', { generationId: 'g' }, 1_000));
    const first = await world.fileOne(
      courtesyOf('c', 'g', { evidence: [], channel: 'email', sender: { email: 'c@example.test' } }),
    );
    expect(first.decision.decision).toMatchObject({ disposition: 'needs_info', reasonCode: 'RESULT_REQUIRED' });
    const result = await supply(first.kase.id, { evidence: [{ kind: 'output_reference', ref: 'image' }] });
    expect(result).toMatchObject({
      decision: {
        decision: { reasonCode: 'COURTESY' },
        record: { claim: { evidence: ['output_reference'], sender: { emailKnown: true } } },
      },
    });
  });
});

describe('a claim', () => {
  it('sent ahead of our clock by more than five minutes counts from its receipt', async () => {
    const sent = async (ms: number) =>
      (await world.fileOne(bare({ sentAt: new Date(world.now + ms).toISOString() }))).kase.claim.sentAt;
    expect(await sent(300_000)).toBe(world.now + 300_000);
    expect(await sent(300_001)).toBe(world.now);
    expect(await sent(-DAY)).toBe(world.now - DAY);
  });

  it('keeps the customer’s words in the vault alone', async () => {
    const { kase, decision } = await world.fileOne(
      claimOf('c', 'o', {
        fields: { orderId: 'x', description: 'my secret' },
        sender: { email: 'hidden@example.test' },
      }),
    );
    const personal = [...world.stores.tables.personal.values()].filter((row) => row.kind === 'claim_words');
    expect(JSON.stringify(personal)).toContain('my secret');
    const everything = JSON.stringify(
      Object.entries(world.stores.tables)
        .filter(([table]) => table !== 'personal')
        .map(([, rows]) => [...(rows as ReadonlyMap<string, unknown>)]),
    );
    expect(everything).toContain(kase.id);
    expect(everything).toContain(decision.id);
    for (const word of ['my secret', 'hidden@example.test']) expect(everything).not.toContain(word);
  });
});
