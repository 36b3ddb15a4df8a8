import { beforeAll, describe, expect, it } from 'vitest';
import { createPolicyUseCases } from '../../../server/main/policy-use-cases.ts';
import type { DraftDeps } from '../../../server/usecases/drafts/draft-deps.ts';
import { confirmEmergency, withdrawEmergency } from '../../../server/usecases/drafts/emergency-rollback.ts';
import { ADMIN, APPROVER, LEGAL, OTHER_OWNER, OWNER } from '../../journeys/people.ts';
import { draftChange, publishChange, settle, submit, withText } from '../../journeys/policy-acts.ts';
import { DAY } from '../service-world.ts';
import { DraftWorld } from './draft-world.ts';

const REASON = 'customers are refused wrongly';

let world: DraftWorld;
beforeAll(async () => {
  world = await DraftWorld.of('anumi', 'anypic', 'photoroom', 'jimeng');
});

/** Publishes a change of one text and waits until it is live. */
async function goLive(policy: string, text: string, code: string): Promise<void> {
  const version = await publishChange(world.api, policy, (content) => withText(content, text, code));
  world.service.now = Date.parse(version.effectiveFrom ?? '');
}

describe('a scheduled version', () => {
  it('is not overtaken by one that it would take back: that waits until it is withdrawn', async () => {
    const { api } = world;
    const later = await publishChange(
      api,
      'anumi',
      (content) => withText(content, 'of the scheduled one', 'COURTESY'),
      world.service.now + DAY,
    );
    const correction = await settle(
      api,
      await draftChange(api, 'anumi', (content) => withText(content, 'a correction'), OTHER_OWNER),
    );
    await expect(submit(api, correction, null, OTHER_OWNER)).rejects.toMatchObject({
      code: 'BAD_INSTANT',
      message: expect.stringMatching(/^Version 2 goes live at .* and would take this back/u) as unknown,
    });
    await expect(submit(api, correction, world.service.now + 2 * DAY, OTHER_OWNER)).rejects.toMatchObject({
      code: 'BAD_INSTANT',
      message: expect.stringMatching(/^This would take back version 2/u) as unknown,
    });
    const onTop = await api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
    expect(onTop).toMatchObject({ behindLive: false, takesBack: null });
    const saved = await api.saveDraft(onTop.id, { revision: 1, content: withText(onTop.content, 'both') }, OWNER);
    const both = await submit(api, await settle(api, saved), world.service.now + 2 * DAY);
    const approved = await api.approveVersion(both.id, { digest: both.digest }, APPROVER);
    expect(approved).toMatchObject({ status: 'scheduled', number: 3 });
    await api.withdrawVersion(approved.id, 'the correction comes first', OWNER);
    await api.withdrawVersion(later.id, 'the correction comes first', OWNER);
    expect((await submit(api, correction, null, OTHER_OWNER)).status).toBe('submitted');
  });

  it('that was approved after a submission shuts the way of that one, too', async () => {
    const { api } = world;
    const text = (words: string) => (content: Parameters<typeof withText>[0]) =>
      withText(content, words, 'POLICY_SILENT');
    const waiting = await submit(api, await settle(api, await draftChange(api, 'anypic', text('first'))));
    await publishChange(api, 'anypic', text('scheduled'), world.service.now + DAY);
    const { digest } = await api.getPolicyVersion(waiting.id);
    await expect(api.approveVersion(waiting.id, { digest }, APPROVER)).rejects.toMatchObject({ code: 'BAD_INSTANT' });
    expect((await api.getPolicyVersion(waiting.id)).status).toBe('submitted');
  });

  it('can be withdrawn by the name of its number', async () => {
    const { api } = world;
    const version = await publishChange(
      api,
      'photoroom',
      (content) => withText(content, 'never', 'POLICY_SILENT'),
      world.service.now + DAY,
    );
    const back = await api.withdrawVersion('photoroom.v2', 'it was a mistake', OWNER);
    expect(back).toMatchObject({ id: version.id, status: 'withdrawn' });
  });

  it('is not withdrawn under one that is made from it, nor that one approved while it is being withdrawn', async () => {
    const { api, deps, service } = world;
    const base = await publishChange(
      api,
      'photoroom',
      (content) => withText(content, 'base', 'POLICY_SILENT'),
      service.now + DAY,
    );
    const number = base.number ?? 0;
    const onTop = async (words: string) => {
      const draft = await api.startDraft({ policy: 'photoroom', from: number }, OWNER);
      const content = withText(draft.content, words, 'POLICY_SILENT');
      const saved = await api.saveDraft(draft.id, { revision: draft.revision, content }, OWNER);
      return submit(api, await settle(api, saved), service.now + 2 * DAY);
    };
    const approved = await onTop('on top');
    await api.approveVersion(approved.id, { digest: approved.digest }, APPROVER);
    await expect(api.withdrawVersion(base.id, 'it was a mistake', OWNER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    await api.withdrawVersion(approved.id, 'it was a mistake', OWNER);
    const second = await onTop('on top again');
    let first = true;
    const slow: DraftDeps = {
      ...deps,
      drafts: {
        ...deps.drafts,
        commit: async (change) => {
          const isFirst = first;
          first = false;
          if (isFirst) await api.withdrawVersion(base.id, 'it was a mistake', OWNER);
          return deps.drafts.commit(change);
        },
      },
    };
    const late = createPolicyUseCases(slow).approveVersion(second.id, { digest: second.digest }, APPROVER);
    await expect(late).rejects.toMatchObject({ code: 'STALE_APPROVAL' });
    expect((await api.getPolicyVersion(base.id)).status).toBe('withdrawn');
    expect((await api.getPolicyVersion(second.id)).status).toBe('submitted');
    await api.withdrawVersion(second.id, undefined, OWNER);
  });

  it('whose commit ended after its instant stands, and whoever looks after the service is told', async () => {
    const { deps, service } = world;
    const slow: DraftDeps = {
      ...deps,
      drafts: {
        ...deps.drafts,
        commit: async (change) => {
          const outcome = await deps.drafts.commit(change);
          if (change.publish !== undefined) service.now = change.publish.activation.effectiveFrom + 7;
          return outcome;
        },
      },
    };
    const late = await publishChange(createPolicyUseCases(slow), 'photoroom', (content) =>
      withText(content, 'late', 'POLICY_SILENT'),
    );
    expect(late.number).toBe(5);
    expect(service.log.lines).toContainEqual({
      level: 'error',
      fields: { policy: 'photoroom', number: 5, effectiveFrom: Date.parse(late.effectiveFrom ?? ''), lateMs: 7 },
      message: 'A version was committed after its instant.',
    });
  });
});

describe('an emergency rollback', () => {
  it('takes back what is scheduled after it, and says so under each of those', async () => {
    const { api } = world;
    await goLive('jimeng', 'two', 'FAILED_RUN');
    const later = await publishChange(
      api,
      'jimeng',
      (content) => withText(content, 'three', 'FAILED_RUN'),
      world.service.now + DAY,
    );
    await expect(api.rollBackPolicy('jimeng', { toNumber: 1, reason: REASON }, OWNER)).rejects.toMatchObject({
      code: 'BAD_INSTANT',
    });
    const asked = await api.requestEmergency('jimeng', { toNumber: 1, reason: REASON }, LEGAL);
    const confirmed = await api.confirmEmergency('jimeng', asked.id, REASON, ADMIN);
    expect(confirmed).toMatchObject({ number: 4, scheduledBeside: [] });
    expect(await api.getPolicyVersion(later.id)).toMatchObject({
      status: 'withdrawn',
      closing: { by: { id: 'user/admin' }, reason: REASON },
    });
    const told = [...world.service.stores.tables.auditEvents.values()].findLast((one) => one.subject.id === later.id);
    expect(told).toMatchObject({
      action: 'policy_version.withdrawn',
      actor: 'user/admin',
      reason: REASON,
      detail: { number: 3, emergency: true },
    });
    world.service.now = Date.parse(confirmed.effectiveFrom ?? '');
  });

  it('holds for what decided when it was asked for, and for nothing that went live since', async () => {
    const { api } = world;
    await goLive('jimeng', 'five', 'FAILED_RUN');
    const asked = await api.requestEmergency('jimeng', { toNumber: 1, reason: REASON }, LEGAL);
    await goLive('jimeng', 'the fix', 'FAILED_RUN');
    await expect(api.confirmEmergency('jimeng', asked.id, REASON, ADMIN)).rejects.toMatchObject({
      code: 'STALE_APPROVAL',
    });
    await expect(api.withdrawVersion(asked.id, 'not by an owner', OWNER)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await api.withdrawEmergency('jimeng', asked.id, undefined, LEGAL)).toMatchObject({ status: 'discarded' });
    await expect(api.withdrawEmergency('jimeng', asked.id, undefined, LEGAL)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('that is confirmed while somebody takes it back stays the version that it became', async () => {
    const { api } = world;
    const asked = await api.requestEmergency('jimeng', { toNumber: 1, reason: REASON }, LEGAL);
    let first = true;
    const { deps } = world;
    const slow: DraftDeps = {
      ...deps,
      drafts: {
        ...deps.drafts,
        find: async (id) => {
          const found = await deps.drafts.find(id);
          if (first) {
            first = false;
            await confirmEmergency(deps, ADMIN, { policy: 'jimeng', id, reason: REASON });
          }
          return found;
        },
      },
    };
    await expect(withdrawEmergency(slow, LEGAL, { policy: 'jimeng', id: asked.id })).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const version = await api.getPolicyVersion(asked.id);
    expect(version).toMatchObject({ status: 'approved', number: 7 });
    world.service.now = Date.parse(version.effectiveFrom ?? '');
    expect((await api.getPolicy('jimeng')).live).toMatchObject({ number: 7, id: asked.id });
  });
});
