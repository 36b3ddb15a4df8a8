import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import type { AuditTrail } from '../../server/ports/audit-trail.ts';
import type { SignInAttempts } from '../../server/ports/sign-in-attempts.ts';
import type { Users } from '../../server/ports/users.ts';
import { buildUser, grant } from '../builders/users.ts';
import { NOON } from './sample-documents.ts';

/** People, their failed sign-ins, and what they did. */
export interface PeoplePorts {
  readonly users: Users;
  readonly attempts: SignInAttempts;
  readonly auditTrail: AuditTrail;
}

let count = 0;
const audit = (change: Partial<AuditEvent> = {}): AuditEvent => {
  count += 1;
  return {
    id: `audit-${String(count).padStart(4, '0')}`,
    action: 'user.changed',
    actor: 'user/root',
    at: NOON + count,
    subject: { type: 'user', id: 'someone' },
    ...change,
  };
};

/** What every store of people keeps to. `open` answers one that is empty. */
export function describePeople(name: string, open: () => Promise<PeoplePorts>): void {
  describe(`people: ${name}`, () => {
    let ports: PeoplePorts;
    beforeAll(async () => {
      ports = await open();
    });

    describe('users', () => {
      it('are found by address in any case and by link; each signs in one user only', async () => {
        const { users } = ports;
        expect(await users.append(buildUser({ id: 'a', email: 'Ädä@Example.com' }), audit())).toBe(true);
        expect((await users.findByEmail('äDÄ@example.COM '))?.id).toBe('a');
        expect(await users.append(buildUser({ id: 'b', email: 'ädä@example.com' }), audit())).toBe(false);
        expect(await users.find('b')).toBeNull();
        expect(await users.append(buildUser({ id: 'c', email: 'c@example.com' }), audit())).toBe(true);
        expect(
          await users.save({ ...buildUser({ id: 'a', email: 'Ädä@Example.com' }), linkedTo: 'iss#1' }, audit()),
        ).toBe(true);
        expect((await users.findByLink('iss#1'))?.id).toBe('a');
        expect(
          await users.save({ ...buildUser({ id: 'c', email: 'c@example.com' }), linkedTo: 'iss#1' }, audit()),
        ).toBe(false);
        expect(await users.findByLink('iss#2')).toBeNull();
      });

      it('are changed by one at a time', async () => {
        const { users } = ports;
        const user = buildUser({ id: 'race', email: 'race@example.com' });
        await users.append(user, audit());
        const outcomes = await Promise.all([
          users.save({ ...user, name: 'one' }, audit()),
          users.save({ ...user, name: 'two' }, audit()),
        ]);
        expect(outcomes.toSorted()).toEqual([false, true]);
        expect((await users.find('race'))?.revision).toBe(1);
        await users.noteSeen('race', NOON);
        await users.noteSeen('race', NOON - 1);
        expect(await users.find('race')).toMatchObject({ revision: 1, lastSeenAt: NOON });
      });

      it('tell whether somebody else is in charge', async () => {
        const { users } = ports;
        await users.append(buildUser({ id: 'boss', email: 'boss@example.com', grants: [grant('admin')] }), audit());
        await users.append(
          buildUser({ id: 'local', email: 'local@example.com', grants: [grant('admin', 'anumi'), grant('reviewer')] }),
          audit(),
        );
        await users.append(
          buildUser({ id: 'shut', email: 'shut@example.com', grants: [grant('admin')], status: 'locked' }),
          audit(),
        );
        expect([await users.hasOtherAdmin('boss'), await users.hasOtherAdmin('local')]).toEqual([false, true]);
        const page = { from: 0, to: 9, sort: ['name', 'ASC'] as const, filter: { role: 'admin', status: 'active' } };
        expect((await users.list(page)).items.map(({ id }) => id).toSorted()).toEqual(['boss', 'local']);
        const inAnypic = { ...page, filter: { ...page.filter, grantedIn: ['anypic', '*'] } };
        expect((await users.list(inAnypic)).items.map(({ id }) => id).toSorted()).toEqual(['boss', 'local']);
        const inAnumi = { ...page, filter: { ...page.filter, grantedIn: ['anumi'] } };
        expect((await users.list(inAnumi)).items.map(({ id }) => id)).toEqual(['local']);
        expect((await users.findMany(['boss', 'nobody'])).map(({ id }) => id)).toEqual(['boss']);
      });
    });

    describe('two admins who lock each other at once', () => {
      it('leave one of them in charge', async () => {
        const { users } = ports;
        const others = { from: 0, to: 99, sort: ['id', 'ASC'] as const, filter: { role: 'admin' } };
        for (const one of (await users.list(others)).items) await users.save({ ...one, status: 'locked' }, audit());
        for (let round = 0; round < 5; round += 1) {
          const pair = ['x', 'y'].map((name) =>
            buildUser({ id: `${name}${round}`, email: `${name}${round}@example.com`, grants: [grant('admin')] }),
          );
          for (const one of pair) expect(await users.append(one, audit())).toBe(true);
          const saved = await Promise.all(
            pair.map((one) => users.save({ ...one, status: 'locked' }, audit(), { needsOtherAdmin: true })),
          );
          expect(saved.filter(Boolean)).toHaveLength(1);
          const left = pair[saved.indexOf(false)] ?? buildUser();
          expect(await users.hasOtherAdmin('nobody')).toBe(true);
          expect(await users.save({ ...left, status: 'locked' }, audit(), { needsOtherAdmin: true })).toBe(false);
          expect(await users.save({ ...left, status: 'locked' }, audit())).toBe(true);
        }
      });
    });

    describe('failed sign-ins', () => {
      const WAITS_MS = [0, 0, 1_000, 4_000];

      it('of many at once are looked at as many as of one after the other', async () => {
        const { attempts } = ports;
        const tries = await Promise.all(Array.from({ length: 12 }, () => attempts.count('account/x', NOON, WAITS_MS)));
        expect(tries.filter(({ barredUntil }) => barredUntil === undefined)).toHaveLength(3);
        expect(tries.filter(({ ownBarUntil }) => ownBarUntil === NOON + 1_000)).toHaveLength(1);
        expect(tries.filter(({ barredUntil }) => barredUntil === NOON + 1_000)).toHaveLength(9);
        expect(await attempts.loadBars(['account/x', 'account/y'])).toEqual(new Map([['account/x', NOON + 1_000]]));
        expect(await attempts.count('account/x', NOON + 1_000, WAITS_MS)).toEqual({ ownBarUntil: NOON + 5_000 });
        expect(await attempts.count('account/x', NOON + 5_000, WAITS_MS)).toEqual({ ownBarUntil: NOON + 9_000 });
        await attempts.clear(['account/x']);
        expect(await attempts.loadBars(['account/x'])).toEqual(new Map());
        expect(await attempts.count('account/x', NOON, WAITS_MS)).toEqual({});
      });

      it('that were none are taken back with the bar that they began, and with no other', async () => {
        const { attempts } = ports;
        const count = () => attempts.count('address/x', NOON, [0, 1_000]);
        const tries = [await count(), await count()];
        await attempts.forgive('address/x', tries[0] ?? {});
        expect(await attempts.loadBars(['address/x'])).toEqual(new Map([['address/x', NOON + 1_000]]));
        await attempts.forgive('address/x', tries[1] ?? {});
        expect(await attempts.loadBars(['address/x'])).toEqual(new Map());
        expect(await count()).toEqual({});
      });
    });

    describe('a sight of the audit', () => {
      it('holds every event of some programs, and of others what is about some kinds of thing, also in a search', async () => {
        const { auditTrail } = ports;
        const about = (program: string, type: string) =>
          audit({ program, action: `${type}.seen`, requestId: 'sight', subject: { type, id: `${program}-${type}` } });
        for (const program of ['own', 'other'])
          for (const type of ['decision', 'effect']) await auditTrail.append(about(program, type));
        const sight = { programs: ['own'], subjectTypes: ['effect', 'entry'] };
        for (const filter of [{ requestId: 'sight' }, { q: 'sight' }]) {
          const page = { from: 0, to: 9, sort: ['at', 'ASC'] as const, filter };
          expect((await auditTrail.list(page, sight)).items.map(({ subject }) => subject.id)).toEqual([
            'own-decision',
            'own-effect',
            'other-effect',
          ]);
          expect((await auditTrail.list(page)).total).toBe(4);
        }
      });
    });

    describe('the audit', () => {
      it('is appended and listed by who, what and about what', async () => {
        const { auditTrail } = ports;
        const event = audit({
          action: 'policy_version.approved',
          actor: 'user/ann',
          program: 'anumi',
          subject: { type: 'policy_version', id: 'anumi.d1' },
          requestId: 'req-1',
          ip: '10.0.0.1',
          before: { status: 'submitted' },
          after: { status: 'approved', at: 1 },
        });
        await auditTrail.append(event);
        await auditTrail.append(audit({ action: 'decision.read', actor: 'system/x' }));
        const list = async (filter: object) =>
          (await auditTrail.list({ from: 0, to: 9, sort: ['at', 'DESC'], filter: filter as Record<string, unknown> }))
            .items;
        expect(await list({ actor: 'user/ann' })).toEqual([event]);
        for (const filter of [
          { program: 'anumi' },
          { subjectType: ['policy', 'policy_version'] },
          { subjectId: 'anumi.d1' },
          { requestId: 'req-1' },
          { actorKind: 'user', action: 'policy_version.approved' },
          { at_gte: event.at, at_lte: event.at },
        ])
          expect(await list(filter)).toEqual([event]);
        for (const q of ['policy_version.', 'ann', 'user/ann', 'anumi.d1', 'req-1', event.id])
          expect([q, await list({ q })]).toEqual([q, [event]]);
        expect(await list({ q: 'nothing' })).toEqual([]);
      });
    });
  });
}
