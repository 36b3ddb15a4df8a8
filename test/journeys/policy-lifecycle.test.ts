import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './service-harness.ts';
import { APPROVER, OTHER_OWNER, OWNER, person } from './people.ts';
import { days, draftChange, settle, submit, withText, withValue } from './policy-acts.ts';

const DAY_MS = 86_400_000;
const shorter = (content: Parameters<typeof withValue>[0]) => withValue(content, 'cashRefundWindow', days(10));

let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

describe('a draft', () => {
  it('starts from any version, belongs to its author, and says nothing until it is saved', async () => {
    const draft = await harness.api.startDraft({ policy: 'anypic', from: 1 }, OWNER);
    expect(draft).toMatchObject({
      id: 'anypic.d1',
      status: 'draft',
      number: null,
      nextNumber: 2,
      basedOn: { number: 1 },
      revision: 1,
      authors: [{ id: 'user/owner' }],
      behindLive: false,
    });
    expect(draft.gate).toMatchObject({
      open: false,
      reasons: [{ code: 'nothing_changed' }],
      lint: [],
      engines: { disagreements: [] },
    });
    expect(draft.gate.cases.passed).toBe(draft.gate.cases.total);
    await expect(harness.api.startDraft({ policy: 'anypic', from: 9 }, OWNER)).rejects.toMatchObject({
      code: 'POLICY_VERSION_NOT_FOUND',
    });
    await expect(harness.api.startDraft({ policy: 'nobody', from: 1 }, OWNER)).rejects.toMatchObject({
      code: 'POLICY_NOT_FOUND',
    });
  });

  it('that two people save at once loses nobody’s work: the second save is answered with both sides', async () => {
    const { api, otherApi } = harness;
    const draft = await api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    const twice = { count: 2, per: { amount: 90, unit: 'days' } };
    await api.saveDraft(
      draft.id,
      { revision: 1, content: withText(withValue(draft.content, 'cashRefundWindow', days(12)), 'theirs') },
      OWNER,
    );
    const mine = withValue(withValue(draft.content, 'cashRefundWindow', days(10)), 'courtesyCap', twice);
    const refused = await otherApi.saveDraft(draft.id, { revision: 1, content: mine }, OTHER_OWNER).catch(
      (error: unknown) =>
        error as {
          code: string;
          members: {
            rows: { key: string; state: string }[];
            unresolved: string[];
            merged: { content: typeof mine };
            revision: number;
          };
        },
    );
    if (!('members' in refused)) throw new Error('the save was taken');
    expect(refused.code).toBe('STALE_SAVE');
    expect(refused.members.rows.map(({ key, state }) => [key, state])).toEqual(
      expect.arrayContaining([
        ['parameter/cashRefundWindow', 'clash'],
        ['parameter/courtesyCap', 'mine'],
        ['message/en/UNUSED_PACK', 'theirs'],
      ]),
    );
    expect(refused.members.unresolved).toEqual(['parameter/cashRefundWindow']);
    const merged = withValue(refused.members.merged.content, 'cashRefundWindow', days(10));
    const saved = await otherApi.saveDraft(
      draft.id,
      { revision: refused.members.revision, content: merged },
      OTHER_OWNER,
    );
    expect(saved.revision).toBe(3);
    expect(saved.content.messages['en']?.['UNUSED_PACK']).toBe('theirs');
    expect(saved.content.parameters.find((one) => one.name === 'courtesyCap')?.value).toEqual(twice);
    expect(saved.authors.map((one) => one.id)).toEqual(['user/owner', 'user/other-owner']);
  });
});

describe('the gate', () => {
  it('stays shut until every flip was looked at and every changed case accepted, and shuts again when the value changes', async () => {
    const draft = await draftChange(harness.api, 'anumi', shorter);
    expect(draft.gate.open).toBe(false);
    expect(draft.gate.reasons.map((one) => one.code)).toContain('flips');
    expect(draft.gate.flips.rows.find((row) => row.flips)).toMatchObject({
      parameter: 'cashRefundWindow',
      live: { disposition: 'granted' },
      draft: { disposition: 'denied' },
    });
    await expect(submit(harness.api, draft)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    const settled = await settle(harness.api, draft);
    expect(settled.gate).toMatchObject({ open: true, reasons: [] });
    const again = await harness.api.saveDraft(
      draft.id,
      { revision: settled.revision, content: withValue(settled.content, 'cashRefundWindow', days(9)) },
      OWNER,
    );
    expect(again.gate.flips.acknowledged).toBe(0);
    await expect(submit(harness.api, again)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    await expect(
      harness.api.acknowledgeFlips(
        draft.id,
        draft.gate.flips.rows.map((row) => row.id),
        OWNER,
      ),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect((await harness.api.discardDraft(draft.id, undefined, OWNER)).status).toBe('discarded');
  });

  it('refuses what the lint refuses', async () => {
    const draft = await draftChange(harness.api, 'anumi', (content) => ({
      ...content,
      ruleset: {
        rules: content.ruleset.rules.map((rule) => (rule.name === 'abuse-rate' ? { ...rule, priority: 150 } : rule)),
      },
    }));
    expect(draft.gate).toMatchObject({ open: false, reasons: [{ code: 'lint' }] });
    expect(draft.gate.lint[0]).toMatchObject({ code: 'duplicate_priority' });
    await expect(submit(harness.api, draft)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
  });

  it('takes no case of an owner that passes for a shipped one', async () => {
    const draft = await harness.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    const [shipped] = draft.gate.cases.rows;
    if (shipped === undefined) throw new Error('there are no cases');
    await expect(
      harness.api.saveDraft(draft.id, { revision: 1, content: draft.content, cases: [shipped.golden] }, OWNER),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST', errors: [{ code: 'name_taken' }] });
  });
});

describe('four eyes', () => {
  it('nobody approves what they had a hand in, whatever their roles are', async () => {
    const both = person('both', 'policy_owner');
    const submitted = await submit(
      harness.api,
      await settle(harness.api, await draftChange(harness.api, 'anumi', (content) => withText(content, 'A'), both)),
      null,
      OTHER_OWNER,
    );
    for (const hand of [both, OTHER_OWNER])
      await expect(harness.api.approveVersion(submitted.id, { digest: submitted.digest }, hand)).rejects.toMatchObject({
        code: 'FOUR_EYES',
      });
    await expect(
      harness.api.rejectVersion(submitted.id, { digest: submitted.digest, reason: 'I do not like my own' }, both),
    ).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const rejected = await harness.api.rejectVersion(
      submitted.id,
      { digest: submitted.digest, reason: 'the text is too short' },
      APPROVER,
    );
    expect(rejected).toMatchObject({
      status: 'rejected',
      rejection: { reason: 'the text is too short', by: { id: 'user/approver' } },
    });
  });

  it('an approval holds for exactly what was read: no edit, no new date, no withdrawal and no second submission', async () => {
    const { api } = harness;
    const read = await submit(api, await draftChange(api, 'anumi', (content) => withText(content, 'B')));
    await expect(
      api.saveDraft(read.id, { revision: read.revision, content: withText(read.content, 'C') }, OWNER),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await api.withdrawVersion(read.id, undefined, OWNER);
    await expect(api.approveVersion(read.id, { digest: read.digest }, APPROVER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const again = await submit(api, read);
    expect(again.digest).not.toBe(read.digest);
    await expect(api.approveVersion(read.id, { digest: read.digest }, APPROVER)).rejects.toMatchObject({
      code: 'STALE_APPROVAL',
    });
    await api.withdrawVersion(read.id, undefined, OWNER);
    const later = await submit(api, read, Date.now() + DAY_MS);
    await expect(api.approveVersion(read.id, { digest: again.digest }, APPROVER)).rejects.toMatchObject({
      code: 'STALE_APPROVAL',
    });
    expect((await api.getVersionDigest(read.id)).digest).toBe(later.digest);
    const approved = await api.approveVersion(read.id, { digest: later.digest }, APPROVER);
    expect(approved.status).toBe('scheduled');
    await expect(api.approveVersion(read.id, { digest: later.digest }, APPROVER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    await expect(api.withdrawVersion(read.id, 'short', OWNER)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect((await api.withdrawVersion(read.id, 'December is too early', OWNER)).status).toBe('withdrawn');
    await expect(api.withdrawVersion(read.id, 'December is too early', OWNER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('two approvals at once publish one version', async () => {
    const read = await submit(
      harness.api,
      await draftChange(harness.api, 'post-remixer', (content) => withText(content, 'D', 'FAILED_RUN')),
      Date.now() + DAY_MS,
    );
    const both = await Promise.allSettled(
      [harness.api, harness.otherApi].map((api) => api.approveVersion(read.id, { digest: read.digest }, APPROVER)),
    );
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(
      (
        await harness.api.listPolicyVersions({
          from: 0,
          to: 99,
          sort: ['number', 'ASC'],
          filter: { policy: 'post-remixer', status: 'scheduled' },
        })
      ).total,
    ).toBe(1);
  });
});

describe('the instant', () => {
  it('lies in the future, with a zone that exists', async () => {
    const draft = await draftChange(harness.api, 'anumi', (content) => withText(content, 'E'));
    await expect(submit(harness.api, draft, Date.now() + 2_000)).rejects.toMatchObject({ code: 'BAD_INSTANT' });
    await expect(
      harness.api.submitDraft(
        draft.id,
        { effectiveAt: null, zone: 'Mars/Olympus', reason: 'terms of December' },
        OWNER,
      ),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    const submitted = await harness.api.submitDraft(
      draft.id,
      { effectiveAt: Date.now() + DAY_MS, zone: 'Asia/Shanghai', reason: 'terms of December' },
      OWNER,
    );
    expect(submitted.submission).toMatchObject({ zone: 'Asia/Shanghai', reason: 'terms of December' });
  });
});

describe('the audit', () => {
  it('tells every step and every refusal, with who, when, from where, and what changed', async () => {
    const { items } = (await harness.services[0]?.stores.auditTrail.list({
      from: 0,
      to: 999,
      sort: ['at', 'DESC'],
      filter: { subjectType: 'policy_version' },
    })) ?? { items: [] };
    const actions = new Set(items.map((event) => event.action));
    for (const step of [
      'created',
      'saved',
      'acknowledged',
      'submitted',
      'submission_withdrawn',
      'approved',
      'rejected',
      'withdrawn',
      'discarded',
      'refused',
    ]) {
      expect(actions).toContain(`policy_version.${step}`);
    }
    const saved = items.find(
      (event) => event.action === 'policy_version.saved' && event.before?.['parameter/cashRefundWindow'] !== undefined,
    );
    expect(saved).toMatchObject({
      actor: expect.stringMatching(/^user\//u),
      ip: '127.0.0.1',
      program: expect.any(String),
    });
    expect(saved?.after?.['parameter/cashRefundWindow']).toBeDefined();
    const refused = items
      .filter((event) => event.action === 'policy_version.refused')
      .map((event) => event.detail?.['refusal']);
    expect(refused).toEqual(
      expect.arrayContaining(['author_approves', 'digest_moved', 'gate_closed', 'wrong_state', 'too_soon']),
    );
  });
});
