import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, APPROVER, LEGAL, OTHER_OWNER, OWNER } from './people.ts';
import { days, draftChange, passing, publishChange, settle, submit, withText, withValue } from './policy-acts.ts';
import { claimRequest, customerWithOrder, file, openHarness, send, type Harness } from './service-harness.ts';

const DAY_MS = 86_400_000;
const shorter = (content: Parameters<typeof withValue>[0]) => withValue(content, 'cashRefundWindow', days(10));

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

describe('a version', () => {
  it('comes by itself; a version basis of more_generous keeps what was sold', async () => {
    const { api, otherApi } = harness;
    await send(api, ...customerWithOrder('w1', 'w1', {}));
    const order = customerWithOrder('w2', 'w2')[1] ?? {};
    await send(api, customerWithOrder('w2', 'w2')[0] ?? {}, {
      ...order,
      time: new Date(Date.now() - 12 * DAY_MS).toISOString(),
    });
    const approved = await publishChange(api, 'anumi', (content) => ({
      ...shorter(content),
      versionBasis: 'request_time' as const,
    }));
    expect(approved).toMatchObject({ status: 'approved', number: 2 });
    await passing(Date.parse(approved.approval?.effectiveFrom ?? ''));
    const { response } = await file(otherApi, claimRequest({ customerId: 'w2', subject: { type: 'order', id: 'w2' } }));
    expect(response.decision).toMatchObject({
      disposition: 'denied',
      reasonCode: 'CASH_WINDOW_PASSED',
      policyVersion: { number: approved.number },
    });
    expect((await api.getPolicyVersion(approved.id)).status).toBe('live');
    expect((await api.getPolicyVersion('anumi.v1')).status).toBe('retired');
    const generous = await publishChange(api, 'anumi', (content) => ({
      ...content,
      versionBasis: 'more_generous' as const,
    }));
    await passing(Date.parse(generous.approval?.effectiveFrom ?? ''));
    const older = customerWithOrder('w3', 'w3')[1] ?? {};
    await send(api, customerWithOrder('w3', 'w3')[0] ?? {}, {
      ...older,
      time: new Date(Date.now() - 12 * DAY_MS).toISOString(),
    });
    const granted = (await file(otherApi, claimRequest({ customerId: 'w3', subject: { type: 'order', id: 'w3' } })))
      .response.decision;
    expect(granted).toMatchObject({ disposition: 'granted', policyVersion: { number: 1 } });
  });

  it('leaves a draft that began before behind: it is brought up to date, and nothing is taken back unseen', async () => {
    const { api } = harness;
    const behind = await api.startDraft({ policy: 'anumi', from: 1 }, OTHER_OWNER);
    expect(behind).toMatchObject({ behindLive: true });
    expect(behind.takesBack?.items.map((item) => item.name)).toContain('cashRefundWindow');
    const edited = await api.saveDraft(
      behind.id,
      { revision: 1, content: withValue(withText(behind.content, 'F'), 'cashRefundWindow', days(20)) },
      OTHER_OWNER,
    );
    await expect(api.rebaseDraft(edited.id, {}, OTHER_OWNER)).rejects.toMatchObject({
      code: 'MERGE_CLASH',
      members: { unresolved: ['parameter/cashRefundWindow'] },
    });
    const rebased = await api.rebaseDraft(
      edited.id,
      { resolutions: { 'parameter/cashRefundWindow': 'theirs' } },
      OTHER_OWNER,
    );
    expect(rebased.behindLive).toBe(false);
    expect(rebased.changes.items.map((item) => item.name)).toEqual(['en/UNUSED_PACK']);
  });
});

describe('a rollback', () => {
  it('is one action, equals the old version, and is approved by somebody who wrote neither', async () => {
    const { api } = harness;
    await expect(
      api.rollBackPolicy('anumi', { toNumber: 99, reason: 'the new window was wrong' }, OWNER),
    ).rejects.toMatchObject({ code: 'POLICY_VERSION_NOT_FOUND' });
    const rolled = await api.rollBackPolicy('anumi', { toNumber: 1, reason: 'the new window was wrong' }, OTHER_OWNER);
    expect(rolled).toMatchObject({ status: 'submitted', origin: 'rollback' });
    const first = await api.getPolicyVersion('anumi.v1');
    expect(rolled.contentDigest).toBe(first.contentDigest);
    expect(rolled.gate).toMatchObject({ open: true });
    await expect(api.approveVersion(rolled.id, { digest: rolled.digest }, OTHER_OWNER)).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    const approved = await api.approveVersion(rolled.id, { digest: rolled.digest }, APPROVER);
    expect(approved.contentDigest).toBe(first.contentDigest);
    await passing(Date.parse(approved.approval?.effectiveFrom ?? ''));
    const never = await publishChange(api, 'anumi', (content) => withText(content, 'never'), Date.now() + DAY_MS);
    await api.withdrawVersion(never.id, 'it never decided anything', OWNER);
    await expect(
      api.rollBackPolicy('anumi', { toNumber: never.number ?? 0, reason: 'it never decided anything' }, OWNER),
    ).rejects.toMatchObject({ code: 'NEVER_LIVE' });
  });

  it('in an emergency needs a legal owner and an admin, two people, and a version that was live', async () => {
    const { api } = harness;
    const two = { ...LEGAL, id: 'two', grants: [...LEGAL.grants, ...ADMIN.grants] };
    await expect(
      api.requestEmergency('anumi', { toNumber: 1, reason: 'customers are refused wrongly' }, LEGAL),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const before = (await api.getPolicy('anumi')).timeline.find((row) => row.status === 'retired' && row.number !== 1);
    const asked = await api.requestEmergency(
      'anumi',
      { toNumber: before?.number ?? 0, reason: 'customers are refused wrongly' },
      two,
    );
    expect((await api.getPolicy('anumi')).emergency).toMatchObject({ id: asked.id, toNumber: before?.number });
    await expect(api.approveVersion(asked.id, { digest: asked.digest }, APPROVER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    await expect(api.confirmEmergency('anumi', asked.id, 'they are, I looked', two)).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    await expect(api.confirmEmergency('anypic', asked.id, 'they are, I looked', ADMIN)).rejects.toMatchObject({
      code: 'POLICY_VERSION_NOT_FOUND',
    });
    const confirmed = await api.confirmEmergency('anumi', asked.id, 'they are, I looked', ADMIN);
    expect(confirmed).toMatchObject({
      status: 'approved',
      origin: 'emergency',
      approval: { by: { id: 'user/admin' } },
    });
    await expect(api.confirmEmergency('anumi', asked.id, 'they are, I looked', ADMIN)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect((await api.getPolicy('anumi')).timeline.find((row) => row.id === asked.id)).toMatchObject({
      emergency: true,
    });
  });
});

describe('the statutory floor', () => {
  it('has the same life', async () => {
    const { api } = harness;
    const draft = await settle(
      api,
      await draftChange(
        api,
        'statutory-floor',
        (content) => withText(content, 'the law says so', Object.keys(content.messages['en'] ?? {})[0]),
        LEGAL,
      ),
      LEGAL,
    );
    expect(draft.gate).toMatchObject({ open: true, lint: [] });
    expect(draft.gate.cases.total).toBeGreaterThan(5);
    const submitted = await submit(api, draft, null, LEGAL);
    await expect(api.approveVersion(submitted.id, { digest: submitted.digest }, LEGAL)).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    expect((await api.approveVersion(submitted.id, { digest: submitted.digest }, APPROVER)).number).toBe(2);
  });
});

describe('the audit', () => {
  it('tells that something was taken over, rolled back or done in an emergency', async () => {
    const trail = harness.services[0]?.stores.auditTrail;
    for (const step of ['rebased', 'rolled_back', 'emergency_requested', 'emergency_confirmed']) {
      const found = await trail?.list({
        from: 0,
        to: 0,
        sort: ['at', 'DESC'],
        filter: { action: `policy_version.${step}` },
      });
      expect([step, found?.total]).toEqual([step, 1]);
    }
  });
});
