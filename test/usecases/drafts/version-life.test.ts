import { beforeEach, describe, expect, it } from 'vitest';
import type { VersionStatus } from '../../../server/core/policies/draft.ts';
import { APPROVER, OTHER_OWNER, OWNER } from '../../journeys/people.ts';
import { days, draftChange, publishChange, settle, submit, withText, withValue } from '../../journeys/policy-acts.ts';
import { DAY } from '../service-world.ts';
import { DraftWorld } from './draft-world.ts';

const shorter = (content: Parameters<typeof withValue>[0]) => withValue(content, 'cashRefundWindow', days(10));
const worded = (content: Parameters<typeof withText>[0]) => withText(content, 'We pay you back.');

let world: DraftWorld;
beforeEach(async () => {
  world = await DraftWorld.of('anumi');
});
const statusOf = async (id: string): Promise<VersionStatus> => (await world.api.getPolicyVersion(id)).status;

describe('a version that is scheduled', () => {
  it('goes live by itself and retires the one before, with nobody doing anything', async () => {
    const at = world.service.now + 30 * DAY;
    const { id } = await publishChange(world.api, 'anumi', worded, at);
    expect([await statusOf(id), await statusOf('anumi.v1')]).toEqual(['scheduled', 'live']);
    world.service.now = at - 1;
    expect(await statusOf(id)).toBe('scheduled');
    world.service.now = at;
    expect([await statusOf(id), await statusOf('anumi.v1')]).toEqual(['live', 'retired']);
    expect((await world.api.getPolicy('anumi')).live?.number).toBe(2);
  });

  it('can be taken back until 5 s before its instant, and not after', async () => {
    const at = world.service.now + DAY;
    const first = await publishChange(world.api, 'anumi', worded, at);
    await world.api.withdrawVersion(first.id, 'the terms are not ready', OWNER);
    expect(await statusOf(first.id)).toBe('withdrawn');
    const second = await publishChange(world.api, 'anumi', worded, at);
    world.service.now = at - 4_999;
    await expect(world.api.withdrawVersion(second.id, 'the terms are not ready', OWNER)).rejects.toMatchObject({
      code: expect.stringMatching(/BAD_INSTANT|WRONG_STATE/),
    });
    world.service.now = at;
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['withdrawn', 'live']);
    expect((await world.api.getPolicy('anumi')).live?.number).toBe(3);
  });
});

describe('an approval', () => {
  it('is nobody’s who touched the draft, whatever their roles', async () => {
    const draft = await draftChange(world.api, 'anumi', shorter);
    const submitted = await submit(world.api, await settle(world.api, draft, OTHER_OWNER));
    for (const author of [OWNER, OTHER_OWNER]) {
      const both = { ...author, grants: [...author.grants, ...APPROVER.grants] };
      await expect(world.api.approveVersion(draft.id, { digest: submitted.digest }, both)).rejects.toMatchObject({
        code: 'FOUR_EYES',
      });
    }
    await world.api.approveVersion(draft.id, { digest: submitted.digest }, APPROVER);
    expect(await statusOf(draft.id)).toBe('approved');
  });

  it('is void once anything that was approved has moved', async () => {
    const mine = await submit(world.api, await settle(world.api, await draftChange(world.api, 'anumi', shorter)));
    await publishChange(world.api, 'anumi', worded);
    await expect(world.api.approveVersion(mine.id, { digest: mine.digest }, APPROVER)).rejects.toMatchObject({
      code: 'STALE_APPROVAL',
    });
    const { digest } = await world.api.getVersionDigest(mine.id);
    expect(digest).not.toBe(mine.digest);
  });

  it('that came too late for its own instant publishes nothing', async () => {
    const at = world.service.now + DAY;
    const draft = await settle(world.api, await draftChange(world.api, 'anumi', worded));
    const submitted = await submit(world.api, draft, at);
    world.service.now = at - 1_000;
    const { digest } = await world.api.getVersionDigest(submitted.id);
    await expect(world.api.approveVersion(submitted.id, { digest }, APPROVER)).rejects.toMatchObject({
      code: 'BAD_INSTANT',
    });
    expect(await statusOf(submitted.id)).toBe('submitted');
    expect(await world.service.stores.policies.listVersions('anumi')).toHaveLength(1);
  });
});

describe('a draft that is handed in too early', () => {
  it('is told everything that is still to do', async () => {
    const same = await world.api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
    await expect(submit(world.api, same)).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      message: expect.stringContaining('Nothing differs from what it would replace.'),
    });
    const changed = await draftChange(world.api, 'anumi', shorter);
    await expect(submit(world.api, changed)).rejects.toMatchObject({
      message: expect.stringMatching(/\d+ flips? w(as|ere) not acknowledged\.$/),
    });
  });
});

describe('every act', () => {
  it('is in the audit, refused ones of the state left out', async () => {
    const draft = await publishChange(world.api, 'anumi', shorter);
    await expect(world.api.discardDraft(draft.id, undefined, OWNER)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const acts = world.audited.filter((action) => action.startsWith('policy_version.'));
    for (const act of ['created', 'saved', 'acknowledged', 'submitted', 'approved'])
      expect([act, acts.some((action) => action.endsWith(act))]).toEqual([act, true]);
  });

  it('is not noted as refused where the same request did it before', async () => {
    const draft = await draftChange(world.api, 'anumi', shorter);
    const { id, digest } = await submit(world.api, await settle(world.api, draft));
    const doneMark = { scope: 'here', key: 'k done', bodyDigest: 'b' };
    const approve = (mark: typeof doneMark) =>
      world.api.approveVersion(id, { digest }, { ...APPROVER, doneMark: mark });
    const countRefused = () => world.audited.filter((action) => action === 'policy_version.refused').length;
    await approve(doneMark);
    await expect(approve(doneMark)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(countRefused()).toBe(0);
    await expect(approve({ ...doneMark, bodyDigest: 'another' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(approve({ ...doneMark, key: 'another' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(countRefused()).toBe(2);
  });
});
