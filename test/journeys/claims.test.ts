import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACTOR,
  cloudEvent,
  claimRequest,
  customerWithOrder,
  eventually,
  file,
  openHarness,
  send,
  type Harness,
} from './service-harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
  harness.startWorkers();
});
afterAll(() => harness?.close());

const balanceOf = async (wallet: string) => (await harness.api.getWallet('anumi', wallet)).balance;
const charge = (customerId: string, generationId: string, credits = 5) =>
  cloudEvent(
    'generation.charged',
    {
      generationId,
      customerId,
      walletId: `w-${customerId}`,
      actorId: customerId,
      feature: 'avatar',
      platform: 'web',
      credits,
    },
    -2,
  );
const fail = (generationId: string) =>
  cloudEvent(
    'generation.failed',
    { generationId, failure: { class: 'internal', source: 'app', confirmedBy: ['app'] } },
    -1.9,
  );
const succeed = (generationId: string) =>
  cloudEvent('generation.succeeded', { generationId, deliverables: ['image'] }, -1.9);
const courtesy = (customerId: string, generationId: string) =>
  claimRequest({
    customerId,
    subject: { type: 'generation', id: generationId },
    reason: 'poor_quality',
    issue: 'broken_anatomy',
    remedy: 'credits',
    evidence: [{ kind: 'output_reference', ref: 'img' }],
  });

describe('a failure', () => {
  it('is claimed, decided and restored by itself', async () => {
    expect(await send(harness.api, ...customerWithOrder('c1', 'o1'), charge('c1', 'g1'), fail('g1'))).toMatchObject({
      accepted: 4,
      rejected: [],
    });
    const [kase] = (
      await harness.api.listCases({ from: 0, to: 9, sort: ['openedAt', 'DESC'], filter: { subjectId: 'g1' } })
    ).items;
    expect(kase).toMatchObject({ disposition: 'granted', reasonCode: 'FAILED_RUN' });
    await eventually(async () => ((await balanceOf('w-c1')) === 100 ? true : null), 'the restore');
    expect(await harness.api.getCase(kase?.id ?? '')).toMatchObject({
      status: 'closed',
      effects: [{ kind: 'credit_restore', state: 'posted' }],
    });
  });

  it('that comes before its charge, its wallet and its customer is settled when they arrive', async () => {
    expect(await send(harness.api, fail('g2'))).toMatchObject({ accepted: 1 });
    expect(await send(harness.api, charge('c2', 'g2'))).toMatchObject({ accepted: 1 });
    const waiting = await harness.api.listRejectedEvents({
      from: 0,
      to: 9,
      sort: ['receivedAt', 'DESC'],
      filter: { status: 'waiting' },
    });
    expect(waiting.total).toBe(2);
    await send(harness.otherApi, ...customerWithOrder('c2', 'o2'));
    await eventually(async () => ((await balanceOf('w-c2')) === 100 ? true : null), 'the restore of a late charge');
    expect(
      (
        await harness.api.listRejectedEvents({
          from: 0,
          to: 9,
          sort: ['receivedAt', 'DESC'],
          filter: { status: 'waiting' },
        })
      ).total,
    ).toBe(0);
  });
});

describe('events', () => {
  it('count once, and refuse another body under the same id', async () => {
    const order = customerWithOrder('c3', 'o3')[1] ?? {};
    expect(await send(harness.api, order, order)).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await send(harness.otherApi, order)).toMatchObject({ duplicates: 1 });
    expect(await send(harness.api, { ...order, data: { ...(order['data'] as object), credits: 7 } })).toMatchObject({
      rejected: [{ code: 'EVENT_ID_REUSED' }],
    });
    expect(await balanceOf('w-c3')).toBe(100);
  });

  it('that name a thing of another customer are refused', async () => {
    await send(harness.api, ...customerWithOrder('c4', 'o4'));
    expect(await send(harness.api, customerWithOrder('c5', 'o4')[1] ?? {})).toMatchObject({
      rejected: [{ code: 'OWNER_MISMATCH' }],
    });
    expect(
      await send(
        harness.api,
        cloudEvent('generation.charged', {
          generationId: 'g5',
          customerId: 'c5',
          walletId: 'w-c4',
          feature: 'avatar',
          credits: 1,
        }),
      ),
    ).toMatchObject({ rejected: [{ code: 'OWNER_MISMATCH' }] });
  });

  it('that spend more than the wallet holds are refused, kept, and tried again when credits arrive', async () => {
    await send(harness.api, ...customerWithOrder('c6', 'o6'));
    expect(await send(harness.api, charge('c6', 'g6', 150))).toMatchObject({
      rejected: [{ code: 'INSUFFICIENT_CREDITS' }],
    });
    expect(await balanceOf('w-c6')).toBe(100);
    await send(
      harness.api,
      cloudEvent('credits.granted', {
        customerId: 'c6',
        walletId: 'w-c6',
        lotId: 'bonus6',
        credits: 60,
        source: 'bonus',
      }),
    );
    expect(await balanceOf('w-c6')).toBe(10);
  });
});

describe('claims at once', () => {
  it('on two APIs never break a cap', async () => {
    const generations = Array.from({ length: 12 }, (_, n) => `g7-${n}`);
    await send(
      harness.api,
      ...customerWithOrder('c7', 'o7'),
      ...generations.flatMap((id) => [charge('c7', id), succeed(id)]),
    );
    const answers = await Promise.all(
      generations.map((id, n) => file(n % 2 === 0 ? harness.api : harness.otherApi, courtesy('c7', id))),
    );
    const codes = answers.map((answer) => answer.response.decision.reasonCode).sort();
    expect(codes.filter((code) => code === 'COURTESY')).toHaveLength(1);
    expect(codes.filter((code) => code === 'COURTESY_CAP_REACHED')).toHaveLength(11);
  });

  it('with one key get one answer', async () => {
    await send(harness.api, ...customerWithOrder('c8', 'o8'));
    const request = claimRequest({ customerId: 'c8', subject: { type: 'order', id: 'o8' } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => file(n % 2 === 0 ? harness.api : harness.otherApi, request, 'same-key')),
    );
    expect(new Set(answers.map((answer) => answer.response.decision.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.status === 'created')).toHaveLength(1);
    await expect(
      file(
        harness.api,
        claimRequest({ customerId: 'c8', subject: { type: 'order', id: 'o8' }, remedy: 'credits' }),
        'same-key',
      ),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('refund an order in cash once', async () => {
    await send(harness.api, ...customerWithOrder('c9', 'o9'));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        file(
          n % 2 === 0 ? harness.api : harness.otherApi,
          claimRequest({ customerId: 'c9', subject: { type: 'order', id: 'o9' } }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.response.decision.disposition === 'granted')).toHaveLength(1);
    await eventually(
      async () =>
        (
          await harness.api.listPayouts({
            from: 0,
            to: 9,
            sort: ['createdAt', 'DESC'],
            filter: {
              status: 'settled',
              caseId: answers.find((a) => a.response.decision.disposition === 'granted')?.response.case.id,
            },
          })
        ).total === 1
          ? true
          : null,
      'the payout',
    );
    expect(await balanceOf('w-c9')).toBe(0);
  });
});

describe('a claim', () => {
  it('about somebody else’s order looks like one about an unknown order', async () => {
    await send(harness.api, ...customerWithOrder('c10', 'o10'), ...customerWithOrder('c11', 'o11'));
    const foreign = (
      await file(harness.api, claimRequest({ customerId: 'c11', subject: { type: 'order', id: 'o10' } }))
    ).response;
    const unknown = (
      await file(harness.api, claimRequest({ customerId: 'c11', subject: { type: 'order', id: 'nowhere' } }))
    ).response;
    const shape = ({ decision }: typeof foreign) => ({
      disposition: decision.disposition,
      reasonCode: decision.reasonCode,
      missing: decision.missing,
      message: decision.message.customer,
    });
    expect(shape(foreign)).toEqual(shape(unknown));
    expect(foreign.decision).toMatchObject({ disposition: 'needs_info', reasonCode: 'SUBJECT_NOT_FOUND' });
  });

  it('that lacks a field is completed and decided again; a new claim takes the place of one that waits', async () => {
    await send(harness.api, ...customerWithOrder('c12', 'o12'));
    const bare = claimRequest({ customerId: 'c12', subject: { type: 'order', id: 'o12' }, fields: {} });
    const first = (await file(harness.api, bare)).response;
    expect(first.decision).toMatchObject({ reasonCode: 'FIELDS_MISSING', missing: ['description'] });
    const second = (await file(harness.api, bare)).response;
    expect(await harness.api.getCase(first.case.id)).toMatchObject({
      status: 'closed',
      closure: 'superseded',
      supersededBy: second.case.id,
    });
    const completed = await harness.api.supplyInformation({
      caseId: second.case.id,
      request: { fields: { description: 'it never worked' } },
      idempotency: undefined,
      actor: ACTOR,
    });
    expect(completed.response).toMatchObject({
      case: { id: second.case.id },
      decision: { reasonCode: 'UNUSED_PACK', disposition: 'granted' },
    });
  });

  it('that would be referred while another waits for a person names it', async () => {
    await send(harness.api, ...customerWithOrder('c13', 'o13'));
    const request = claimRequest({
      customerId: 'c13',
      subject: { type: 'order', id: 'o13' },
      reason: 'balance_dispute',
      remedy: 'credits',
    });
    const first = (await file(harness.api, request)).response;
    expect(first.case.status).toBe('in_review');
    const second = (await file(harness.api, request)).response;
    expect(second.decision).toMatchObject({ disposition: 'no_action', reasonCode: 'ALREADY_OPEN' });
    expect(JSON.stringify(second.decision)).toContain(first.case.id);
  });
});

describe('every decision', () => {
  it('replays to the same bytes, also after its customer was erased', async () => {
    await send(harness.api, ...customerWithOrder('c14', 'o14'));
    const { decision } = (
      await file(
        harness.api,
        claimRequest({
          customerId: 'c14',
          subject: { type: 'order', id: 'o14' },
          sender: { email: 'c14@example.test' },
        }),
      )
    ).response;
    expect(await harness.api.eraseCustomer('anumi', 'c14', ACTOR)).toMatchObject({
      customerId: 'c14',
    });
    const all = await harness.api.listDecisions({
      from: 0,
      to: 999,
      sort: ['decidedAt', 'ASC'],
      filter: { program: 'anumi' },
    });
    expect(all.items.map((one) => one.id)).toContain(decision.id);
    for (const { id } of all.items)
      expect(await harness.otherApi.replayDecision(id)).toEqual({ identical: true, differences: [] });
    expect((await harness.api.explainDecision(decision.id)).candidates[0]?.policy.rules.length).toBeGreaterThan(10);
  });
});
