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
        expect((await users.findMany(['boss', 'nobody'])).map(({ id }) => id)).toEqual(['boss']);
      });
    });

    describe('failed sign-ins', () => {
      it('are counted one by one, barred for the longest time, and forgotten', async () => {
        const { attempts } = ports;
        const counts = await Promise.all(Array.from({ length: 5 }, () => attempts.count('account/x', Date.now())));
        expect(counts.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
        await attempts.bar('account/x', Date.now() + 50_000);
        const until = (await attempts.load(['account/x'])).get('account/x')?.lockedUntil ?? 0;
        await attempts.bar('account/x', until - 10_000);
        expect((await attempts.load(['account/x', 'account/y'])).get('account/x')).toEqual({
          failures: 5,
          lockedUntil: until,
        });
        await attempts.forgive('account/x');
        expect((await attempts.load(['account/x'])).get('account/x')?.failures).toBe(4);
        await attempts.clear(['account/x']);
        expect((await attempts.load(['account/x'])).size).toBe(0);
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
