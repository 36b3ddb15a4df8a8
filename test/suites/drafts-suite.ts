import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import type { DraftChange, Drafts } from '../../server/ports/drafts.ts';
import type { Policies } from '../../server/ports/policies.ts';
import { buildContent, buildPolicyDraft, buildWindow } from '../builders/policy-draft.ts';

/** Drafts, and the versions that approvals publish. */
export interface DraftPorts {
  readonly drafts: Drafts;
  readonly policies: Policies;
}

let events = 0;
const audit = (): AuditEvent => ({
  id: `e${(events += 1)}`,
  action: 'policy_version.saved',
  actor: 'user/a',
  at: 1,
  subject: { type: 'policy_version', id: 'x' },
});
const activation = (id: string, number: number, effectiveFrom: number) => ({
  id,
  policy: 'p',
  number,
  effectiveFrom,
  recordedAt: 1,
});
const version = (number: number) => ({
  policy: 'p',
  number,
  digest: `digest ${number}`,
  content: buildContent({ policy: 'p' }),
});

/** What every store of drafts keeps to. `open` answers one that is empty, whose clock is the machine's. */
export function describeDrafts(name: string, open: () => Promise<DraftPorts>): void {
  describe(`drafts: ${name}`, () => {
    let ports: DraftPorts;
    const commit = (change: Omit<DraftChange, 'audits'>) => ports.drafts.commit({ ...change, audits: [audit()] });
    beforeAll(async () => {
      ports = await open();
    });

    describe('drafts', () => {
      it('come back as they were, names that look like operators included', async () => {
        const content = buildContent({
          parameters: [
            buildWindow('one', 3),
            {
              name: 'm',
              kind: 'matrix',
              label: { en: 'M', zh: '表' },
              provenance: 'stated',
              clauses: [],
              value: { rows: ['$a.b'], columns: ['i.OS'], cells: { '$a.b': { 'i.OS': 'yes' } } },
            },
          ],
        });
        const draft = buildPolicyDraft({ id: 'p.d1', policy: 'p', content, beside: { files: { 'a.b': '$c' } } });
        const revision = { draftId: 'p.d1', revision: 1, content, cases: [], savedBy: 'user/a', savedAt: 1 };
        expect(await commit({ draft, fromRev: null, revision })).toBe('committed');
        expect(await ports.drafts.find('p.d1')).toEqual(draft);
        expect(await ports.drafts.findRevision('p.d1', 1)).toEqual(revision);
        expect(await ports.drafts.findRevision('p.d1', 2)).toBeNull();
        expect(await ports.drafts.find('p.d9')).toBeNull();
        expect(await commit({ draft, fromRev: null })).toBe('taken');
        expect(await ports.drafts.findLastSequence('p')).toBe(1);
        expect(await ports.drafts.findLastSequence('q')).toBe(0);
      });

      it('are changed by one of two at once, and only from what was read', async () => {
        const begun = buildPolicyDraft({ id: 'p.d2', policy: 'p', sequence: 2 });
        await commit({ draft: begun, fromRev: null });
        const both = await Promise.all(
          ['user/a', 'user/b'].map((changedBy) => commit({ draft: { ...begun, rev: 2, changedBy }, fromRev: 1 })),
        );
        expect(both.toSorted()).toEqual(['committed', 'moved']);
        expect(await commit({ draft: { ...begun, rev: 2 }, fromRev: 1 })).toBe('moved');
      });

      it('are changed once by a request that says so, and close others with them or not at all', async () => {
        const [begun, other] = [8, 9].map((sequence) =>
          buildPolicyDraft({ id: `p.d${sequence}`, policy: 'p', sequence }),
        );
        if (begun === undefined || other === undefined) throw new Error('there are no drafts');
        for (const draft of [begun, other]) await commit({ draft, fromRev: null });
        const done = { scope: 's', key: 'k done', bodyDigest: 'b', status: 102, response: 'p.d8', createdAt: 1 };
        const closing = { by: 'user/a', at: 2, reason: 'taken back' };
        const change = { draft: { ...begun, rev: 2 }, fromRev: 1, done };
        expect(await commit({ ...change, others: [{ ...other, rev: 3, closing }] })).toBe('moved');
        expect(await commit({ ...change, others: [{ ...other, rev: 2, closing }] })).toBe('committed');
        expect(await ports.drafts.find('p.d9')).toEqual({ ...other, rev: 2, closing });
        expect(await commit({ draft: { ...begun, rev: 3 }, fromRev: 2, done })).toBe('taken');
        expect(await ports.drafts.find('p.d8')).toMatchObject({ rev: 2 });
      });

      it('are listed without what they say, newest change first', async () => {
        await commit({ draft: buildPolicyDraft({ id: 'l.d1', policy: 'l', changedAt: 5 }), fromRev: null });
        await commit({
          draft: buildPolicyDraft({ id: 'l.d2', policy: 'l', sequence: 2, changedAt: 9, state: 'submitted' }),
          fromRev: null,
        });
        const rows = await ports.drafts.list({ policies: ['l'] });
        expect(rows.map((row) => row.id)).toEqual(['l.d2', 'l.d1']);
        expect(rows[0]).not.toHaveProperty('content');
        expect((await ports.drafts.list({ policies: ['l'], states: ['submitted'] })).map((row) => row.id)).toEqual([
          'l.d2',
        ]);
      });
    });

    describe('a publication', () => {
      it('commits with the draft, its version, its activation and its audit event, or not at all', async () => {
        const begun = buildPolicyDraft({ id: 'p.d3', policy: 'p', sequence: 3 });
        await commit({ draft: begun, fromRev: null });
        const at = Date.now() + 60_000;
        const approved = {
          ...begun,
          rev: 2,
          state: 'approved' as const,
          approval: { digest: 'd', by: 'user/b', at: 1, number: 1, effectiveFrom: at },
        };
        const publish = { version: version(1), activation: activation('a1', 1, at), leadMs: 5_000 };
        expect(await commit({ draft: approved, fromRev: 1, publish })).toBe('committed');
        expect(await ports.policies.findVersion('p', 1)).toEqual(version(1));
        expect(await ports.drafts.findByNumber('p', 1)).toEqual(approved);
        const other = buildPolicyDraft({ id: 'p.d4', policy: 'p', sequence: 4 });
        await commit({ draft: other, fromRev: null });
        expect(
          await commit({
            draft: { ...other, rev: 2, state: 'approved' },
            fromRev: 1,
            publish: { ...publish, activation: activation('a2', 1, at) },
          }),
        ).toBe('taken');
        expect(await ports.drafts.find('p.d4')).toMatchObject({ state: 'draft', rev: 1 });
        expect(await ports.policies.loadActivations(['p'])).toHaveLength(1);
      });

      it('is refused by the primary’s own clock where its instant, or that of what is taken back, is too near', async () => {
        const begun = buildPolicyDraft({ id: 'p.d5', policy: 'p', sequence: 5 });
        await commit({ draft: begun, fromRev: null });
        const near = Date.now() + 4_000;
        const late = { draft: { ...begun, rev: 2 }, fromRev: 1 };
        expect(
          await commit({
            ...late,
            publish: { version: version(2), activation: activation('a3', 2, near), leadMs: 5_000 },
          }),
        ).toBe('moved');
        expect(
          await commit({
            ...late,
            withdrawals: [
              { activation: { ...activation('w1', 1, near), withdraws: 'a1' }, effectiveFrom: near, leadMs: 5_000 },
            ],
          }),
        ).toBe('moved');
        expect(await ports.policies.findVersion('p', 2)).toBeNull();
        const far = Date.now() + 60_000;
        expect(
          await commit({
            ...late,
            withdrawals: [
              { activation: { ...activation('w1', 1, far), withdraws: 'a1' }, effectiveFrom: far, leadMs: 5_000 },
            ],
          }),
        ).toBe('committed');
      });
    });

    describe('what a draft said', () => {
      it('can be added by the service, and neither changed nor removed', async () => {
        const rows = ports.drafts;
        await commit({
          draft: buildPolicyDraft({ id: 'p.d6', policy: 'p', sequence: 6 }),
          fromRev: null,
          revision: { draftId: 'p.d6', revision: 1, content: buildContent(), cases: [], savedBy: 'user/a', savedAt: 1 },
        });
        const again = {
          draft: buildPolicyDraft({ id: 'p.d6', policy: 'p', sequence: 6, rev: 2 }),
          fromRev: 1,
          revision: {
            draftId: 'p.d6',
            revision: 1,
            content: buildContent({ name: 'Other' }),
            cases: [],
            savedBy: 'user/b',
            savedAt: 2,
          },
        };
        expect(await rows.commit({ ...again, audits: [audit()] })).toBe('taken');
        expect((await rows.findRevision('p.d6', 1))?.savedBy).toBe('user/a');
      });
    });
  });
}
