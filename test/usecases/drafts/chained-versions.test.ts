import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { APPROVER, OWNER } from '../../journeys/people.ts';
import { days, publishChange, settle, submit, withText, withValue } from '../../journeys/policy-acts.ts';
import { DAY } from '../service-world.ts';
import { DraftWorld } from './draft-world.ts';

const NAME = 'what the scheduled version is for';

let world: DraftWorld;
let first: PolicyContent;
let scheduledAt: number;
/** Made from the scheduled version 2; says what version 1 says, one text apart, without the case of version 2. */
let undoing: PolicyVersionView;

/** Version 2 is scheduled, with a shorter window and a case that its owner wrote. */
beforeAll(async () => {
  world = await DraftWorld.of('anumi');
  const { api } = world;
  scheduledAt = world.service.now + DAY;
  const begun = await api.startDraft({ policy: 'anumi', from: 1 }, OWNER);
  first = begun.content;
  const golden = begun.gate.cases.rows.find((one) => one.result === 'pass')?.golden;
  if (golden === undefined) throw new Error('there are no cases');
  const content = withValue(first, 'cashRefundWindow', days(10));
  const saved = await api.saveDraft(begun.id, { revision: 1, content, cases: [{ ...golden, name: NAME }] }, OWNER);
  const { id, digest } = await submit(api, await settle(api, saved), scheduledAt);
  await api.approveVersion(id, { digest }, APPROVER);
  const onTop = await api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
  undoing = await api.saveDraft(
    onTop.id,
    { revision: 1, content: withText(first, 'a harmless word'), cases: [] },
    OWNER,
  );
});

describe('a draft that was made from a scheduled version', () => {
  it('is tested against that one: what it puts back turns cases, and a case of it needs a reason to leave', async () => {
    expect(undoing.gate.flips.total).toBeGreaterThan(0);
    expect(undoing.gate.cases.rows.find((one) => one.name === NAME)).toMatchObject({ result: 'changed' });
    expect(undoing.changes.items.map((one) => `${one.kind} ${one.name} ${one.change}`)).toEqual(
      expect.arrayContaining(['parameter cashRefundWindow changed', `case ${NAME} removed`]),
    );
    await expect(submit(world.api, undoing, scheduledAt + DAY)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
  });

  it('shows the same before it is saved, so that what was looked at there counts', async () => {
    const cashRefundWindow = { amount: 14, unit: 'days', counting: 'elapsed' } as const;
    const { flips } = await world.api.previewDraft(undoing.id, { parameters: { cashRefundWindow } });
    const ids = new Set(undoing.gate.flips.rows.map((one) => one.id));
    expect(flips.filter((one) => one.flips).every((one) => ids.has(one.id))).toBe(true);
    expect(flips.some((one) => one.flips)).toBe(true);
  });

  it('stays on it when it is brought up to date', async () => {
    const rebased = await world.api.rebaseDraft(undoing.id, {}, OWNER);
    expect(rebased).toMatchObject({ basedOn: { number: 2 }, content: { parameters: undoing.content.parameters } });
  });

  it('says nothing new where it says what that says, whatever decides now', async () => {
    const same = await world.api.startDraft({ policy: 'anumi', from: 2 }, OWNER);
    expect(same.gate.reasons.map((one) => one.code)).toEqual(['nothing_changed']);
    expect(same.changes.items).toEqual([]);
  });

  it('is approved as what it replaces, and no more once that was taken back', async () => {
    const { api } = world;
    const settled = await settle(api, await api.getPolicyVersion(undoing.id));
    const submitted = await submit(api, settled, scheduledAt + DAY);
    await api.withdrawVersion('anumi.v2', 'the terms are not ready', OWNER);
    await expect(api.approveVersion(undoing.id, { digest: submitted.digest }, APPROVER)).rejects.toMatchObject({
      code: 'STALE_APPROVAL',
    });
    const now = await api.getPolicyVersion(undoing.id);
    expect(now.gate.flips.total).toBe(0);
    expect(now.changes.items.map((one) => one.kind)).not.toContain('parameter');
    expect(now.changes.items.map((one) => one.kind)).toContain('message');
  });
});

describe('a version whose base had another zone', () => {
  it('is told with the same flips and outcomes once it decides itself', async () => {
    const { api, service } = await DraftWorld.of('anumi');
    const moveTo = async (zone: string, windowDays: number) => {
      const version = await publishChange(api, 'anumi', (content) => ({
        ...withValue(content, 'cashRefundWindow', days(windowDays)),
        zone,
      }));
      service.now = Date.parse(version.effectiveFrom ?? '') + 1;
      return version;
    };
    await moveTo('Asia/Tokyo', 10);
    const before = await moveTo('Asia/Kolkata', 12);
    const now = await api.getPolicyVersion(before.id);
    expect(now.gate.flips).toEqual(before.gate.flips);
    const listOutcomes = ({ gate }: typeof now) => gate.cases.rows.map((row) => row.live?.reasonCode);
    expect(listOutcomes(now)).toEqual(listOutcomes(before));
  });
});
