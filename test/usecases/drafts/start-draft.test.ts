import { beforeEach, describe, expect, it } from 'vitest';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import { APPROVER, OTHER_OWNER, OWNER } from '../../journeys/people.ts';
import { days, draftChange, publishChange, settle, submit, withText, withValue } from '../../journeys/policy-acts.ts';
import { DAY } from '../service-world.ts';
import { DraftWorld } from './draft-world.ts';

const SHORTER = (content: PolicyVersionView['content']) => withValue(content, 'cashRefundWindow', days(10));
const WHY = 'the terms are not ready';

let world: DraftWorld;
beforeEach(async () => {
  world = await DraftWorld.of('anumi', 'anypic');
});

/** What a draft changes, as names. */
const changed = ({ changes }: PolicyVersionView): string[] =>
  changes.items.filter((one) => one.kind === 'parameter').map((one) => one.name);

/** Version 2: a shorter window, approved for tomorrow and taken back today. */
async function takeBackVersionTwo(): Promise<void> {
  const { api } = world;
  const submitted = await submit(api, await settle(api, await draftChange(api, 'anumi', SHORTER)), tomorrow());
  await api.approveVersion(submitted.id, { digest: submitted.digest }, APPROVER);
  await api.withdrawVersion(submitted.id, WHY, OWNER);
}

const tomorrow = (): number => world.service.now + DAY;

describe('a draft from a scheduled version that was taken back', () => {
  beforeEach(takeBackVersionTwo);

  it('has its changes as its own, all to be looked at and accepted again', async () => {
    const draft = await world.api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
    expect(draft).toMatchObject({ basedOn: { number: 1 }, status: 'draft', acceptedCases: [], behindLive: false });
    expect(changed(draft)).toEqual(['cashRefundWindow']);
    expect(draft.gate.reasons.map((one) => one.code)).toEqual(['cases', 'flips']);
  });

  it('keeps them when it is brought up to date with what went live since', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
    await publishChange(api, 'anumi', (content) => withText(content, 'a harmless word'));
    world.service.now += DAY;
    expect(await api.getPolicyVersion(draft.id)).toMatchObject({ behindLive: true });
    const rebased = await api.rebaseDraft(draft.id, {}, OWNER);
    expect(changed(rebased)).toEqual(['cashRefundWindow']);
    expect(rebased).toMatchObject({ basedOn: { number: 3 }, behindLive: false });
  });

  it('tells what it changed once it is approved', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
    const submitted = await submit(api, await settle(api, draft));
    const approved = await api.approveVersion(draft.id, { digest: submitted.digest }, APPROVER);
    expect(approved.number).toBe(3);
    expect(changed(approved)).toEqual(['cashRefundWindow']);
  });

  it('is not approved by who had a hand in that version', async () => {
    const draft = await world.api.startDraft({ policy: 'anumi', from: 2 }, OTHER_OWNER);
    expect(draft.authors.map(({ id }) => id)).toHaveLength(2);
  });
});

describe('a draft from a version without a number', () => {
  it('begins from what was rejected, which stays as it is', async () => {
    const { api } = world;
    const submitted = await submit(api, await settle(api, await draftChange(api, 'anumi', SHORTER)));
    await api.rejectVersion(submitted.id, { digest: submitted.digest, reason: WHY }, APPROVER);
    const draft = await api.startDraft({ policy: 'anumi', from: submitted.id }, OWNER);
    expect(changed(draft)).toEqual(['cashRefundWindow']);
    expect(draft).toMatchObject({ basedOn: { number: 1 }, rejection: null, submission: null });
    expect(await api.getPolicyVersion(submitted.id)).toMatchObject({ status: 'rejected' });
  });

  it('begins from what was discarded', async () => {
    const { api } = world;
    const { id } = await draftChange(api, 'anumi', SHORTER);
    await api.discardDraft(id, WHY, OWNER);
    expect(changed(await api.startDraft({ policy: 'anumi', from: id }, OWNER))).toEqual(['cashRefundWindow']);
  });

  it('does not begin from another policy’s', async () => {
    const { api } = world;
    const { id } = await draftChange(api, 'anypic', (content) => withText(content, 'a word'));
    await expect(api.startDraft({ policy: 'anumi', from: id }, OWNER)).rejects.toMatchObject({
      code: 'POLICY_VERSION_NOT_FOUND',
    });
  });
});
