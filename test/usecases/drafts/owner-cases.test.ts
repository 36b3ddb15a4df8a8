import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyVersionView } from '../../../server/contract/http/policy-version-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { APPROVER, OWNER } from '../../journeys/people.ts';
import { settle, submit, withText } from '../../journeys/policy-acts.ts';
import { DraftWorld } from './draft-world.ts';

const NAME = 'an owner’s regression';
const TEXT = 'POLICY_SILENT';

let world: DraftWorld;
let own: GoldenCase;

/** Version 2 is live and holds a case that its owner wrote. */
beforeAll(async () => {
  world = await DraftWorld.of('jimeng');
  const { api } = world;
  const draft = await api.startDraft({ policy: 'jimeng', from: 1 }, OWNER);
  const [row] = draft.gate.cases.rows.filter((one) => one.result === 'pass');
  if (row === undefined) throw new Error('there are no cases');
  own = { ...row.golden, name: NAME };
  const saved = await save(draft, 'one', [own]);
  expect(saved.gate.open).toBe(true);
  const read = await submit(api, saved);
  const version = await api.approveVersion(read.id, { digest: read.digest }, APPROVER);
  world.service.now = Date.parse(version.effectiveFrom ?? '');
});

const save = (draft: PolicyVersionView, text: string, cases: GoldenCase[]): Promise<PolicyVersionView> =>
  world.api.saveDraft(
    draft.id,
    { revision: draft.revision, content: withText(draft.content, text, TEXT), cases },
    OWNER,
  );
const rowOf = (draft: PolicyVersionView) => draft.gate.cases.rows.find((one) => one.name === NAME);
const caseChanges = (draft: PolicyVersionView): string[] =>
  draft.changes.items.filter((one) => one.kind === 'case').map((one) => `${one.name} ${one.change}`);

describe('a case that an owner wrote for what is live', () => {
  it('does not leave the gate by being left out: that needs a reason', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'jimeng', from: 2 }, OWNER);
    const without = await save(draft, 'two', []);
    expect(rowOf(without)).toMatchObject({ result: 'changed', acceptance: null, origin: 'owner' });
    expect(without.gate).toMatchObject({ open: false, reasons: [{ code: 'cases', count: 1 }] });
    expect(caseChanges(without)).toEqual([`${NAME} removed`]);
    await expect(submit(api, without)).rejects.toMatchObject({ code: 'GATE_CLOSED' });
    const accepted = await api.acceptCase(draft.id, { caseName: NAME, reason: 'it is told by another case' }, OWNER);
    expect(rowOf(accepted)).toMatchObject({ result: 'accepted', acceptance: { by: { id: 'user/owner' } } });
    expect(accepted.gate.open).toBe(true);
    const again = await save(accepted, 'two again', []);
    expect(rowOf(again)?.result).toBe('accepted');
    const back = await save(again, 'two again', [own]);
    expect([rowOf(back)?.result, caseChanges(back), back.acceptedCases]).toEqual(['pass', [], []]);
    const gone = await save(back, 'two again', []);
    expect(rowOf(gone)?.result).toBe('changed');
    const files = (await api.exportPolicy('jimeng', gone.id)).files;
    expect(Object.values(files).some((text) => text.includes(NAME))).toBe(false);
  });

  it('nor by being made to expect something else', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'jimeng', from: 2 }, OWNER);
    const spoiled = { ...own, expect: { ...own.expect, reasonCode: 'SOMETHING_ELSE' } };
    const changed = await save(draft, 'three', [spoiled]);
    expect([rowOf(changed)?.result, caseChanges(changed)]).toEqual(['changed', [`${NAME} changed`]]);
    const reworded = { ...own, claim: { ...own.claim, locale: own.claim.locale === 'fr' ? 'de' : 'fr' } };
    const passes = await save(changed, 'three', [reworded]);
    expect(rowOf(passes)).toMatchObject({ result: 'changed' });
    expect(rowOf(passes)?.differences).toEqual(['it was written for what is live, and says something else here']);
    expect(passes.gate.open).toBe(false);
    const accepted = await api.acceptCase(draft.id, { caseName: NAME, reason: 'customers there speak it' }, OWNER);
    expect([rowOf(accepted)?.result, accepted.gate.open]).toEqual(['accepted', true]);
    const kept = await save(accepted, 'three again', [reworded]);
    expect(rowOf(kept)?.result).toBe('accepted');
    const other = await save(kept, 'three again', [{ ...reworded, at: '2026-05-01T00:00:00.000Z' }]);
    expect(rowOf(other)?.result).not.toBe('accepted');
  });

  it('holds for a draft that began before it, and is told among what that would take back', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'jimeng', from: 1 }, OWNER);
    const behind = await save(draft, 'four', []);
    expect(behind).toMatchObject({ behindLive: true, gate: { open: false } });
    expect(rowOf(behind)?.result).toBe('changed');
    expect(caseChanges(behind)).toEqual([`${NAME} removed`]);
    expect(behind.takesBack?.items.map((one) => `${one.kind} ${one.name}`)).toContain(`case ${NAME}`);
    const resolutions = { [`message/en/${TEXT}`]: 'mine' as const };
    const rebased = await api.rebaseDraft(draft.id, { resolutions }, OWNER);
    expect([rowOf(rebased)?.result, rebased.gate.open]).toEqual(['pass', true]);
  });

  it('is left out by a rollback with the reason that it was not there', async () => {
    const { api } = world;
    const rolled = await api.rollBackPolicy('jimeng', { toNumber: 1, reason: 'the text was wrong' }, OWNER);
    expect(rowOf(rolled)).toMatchObject({ result: 'accepted', acceptance: { reason: 'as it was in version 1' } });
    expect((await settle(api, rolled)).status).toBe('submitted');
  });

  it('has what became of it in the audit', async () => {
    const events = [...world.service.stores.tables.auditEvents.values()];
    const saved = events.find((one) => one.subject.id === 'jimeng.d2' && one.action === 'policy_version.saved');
    expect(saved).toMatchObject({ before: { [`case/${NAME}`]: own }, detail: { changes: 2 } });
    expect(saved?.after).not.toHaveProperty([`case/${NAME}`]);
    const rebased = events.find((one) => one.action === 'policy_version.rebased');
    expect(rebased).toMatchObject({ detail: { from: 1, to: 2, changes: 1 } });
    expect(rebased?.after).toHaveProperty([`case/${NAME}`]);
  });
});

describe('a draft that changes cases alone', () => {
  it('says something new, decides as before, and guards what comes next', async () => {
    const { api } = world;
    const draft = await api.startDraft({ policy: 'jimeng', from: 2 }, OWNER);
    expect(draft.gate.reasons.map(({ code }) => code)).toEqual(['nothing_changed']);
    const more = { ...own, name: 'another regression' };
    const body = { revision: draft.revision, content: draft.content, cases: [...draft.cases, more] };
    const saved = await api.saveDraft(draft.id, body, OWNER);
    expect(saved.gate).toMatchObject({ open: true, reasons: [], flips: { total: 0 } });
    expect(saved.changes.items.map(({ sentence }) => sentence.en)).toEqual(['another regression: new case']);
    const { id, digest } = await submit(api, saved);
    const approved = await api.approveVersion(id, { digest }, APPROVER);
    expect(approved).toMatchObject({ number: 3, gate: { open: true } });
    world.service.now = Date.parse(approved.effectiveFrom ?? '');
    const [row] = (await api.getPolicy('jimeng')).timeline.filter((one) => one.number === 3);
    expect(row?.summary.en).toBe('another regression: new case');
    const { items } = await api.compareVersions('jimeng', 2, 3);
    expect(items.map(({ name, change }) => `${name} ${change}`)).toEqual(['another regression added']);
    const next = await api.startDraft({ policy: 'jimeng', from: 3 }, OWNER);
    expect(next.gate.cases.rows.map(({ name }) => name)).toContain('another regression');
    expect(next.gate.reasons.map(({ code }) => code)).toEqual(['nothing_changed']);
  });
});
