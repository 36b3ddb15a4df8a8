import { AppError } from '../../../server/contract/error-registry.ts';
import { isFullAdmin } from '../../../server/core/access/check-grants.ts';
import type { AuditTrail } from '../../../server/ports/audit-trail.ts';
import type { SignInAttempts } from '../../../server/ports/sign-in-attempts.ts';
import type { User, Users } from '../../../server/ports/users.ts';
import { listPage, pick, pickOne } from './memory-tables.ts';
import type { MemoryTables } from './memory-tables.ts';

/** People over maps; that an address or a link signs in one of them only is kept by its name, as in the real store. */
export function createMemoryUsers({ users, signInNames, auditEvents }: MemoryTables): Users {
  const findByName = (name: string): User | null => pickOne(users, signInNames.get(name) ?? '');
  const hasOtherAdmin = (id: string): boolean =>
    [...users.values()].some((user) => user.id !== id && user.status === 'active' && isFullAdmin(user.grants));
  return {
    find: async (id) => pickOne(users, id),
    findByEmail: async (email) => findByName(emailName(email)),
    findByLink: async (link) => findByName(`link/${link}`),
    findMany: async (ids) => pick(users, ids),
    list: async (page) =>
      listPage(users.values(), page, (user, word) => {
        const isAsked = (name: string): boolean => [page.filter[word]].flat().includes(name);
        if (word === 'role') return user.grants.map(({ role }) => role).find(isAsked) ?? null;
        if (word === 'grantedIn') return user.grants.flatMap(({ programs }) => programs).find(isAsked) ?? null;
        return user[word as keyof User];
      }),
    async append(user, audit) {
      const name = emailName(user.email);
      if (signInNames.has(name) || users.has(user.id) || auditEvents.has(audit.id)) return false;
      signInNames.set(name, user.id);
      users.set(user.id, structuredClone(user));
      auditEvents.set(audit.id, structuredClone(audit));
      return true;
    },
    async save(user, audit, demand) {
      if (demand?.needsOtherAdmin === true && !hasOtherAdmin(user.id)) return false;
      const link = user.linkedTo === undefined ? null : `link/${user.linkedTo}`;
      if (users.get(user.id)?.revision !== user.revision || auditEvents.has(audit.id)) return false;
      if (link !== null && (signInNames.get(link) ?? user.id) !== user.id) return false;
      if (link !== null) signInNames.set(link, user.id);
      users.set(user.id, { ...structuredClone(user), revision: user.revision + 1 });
      auditEvents.set(audit.id, structuredClone(audit));
      return true;
    },
    async noteSeen(id, at) {
      const user = users.get(id);
      if (user !== undefined) users.set(id, { ...user, lastSeenAt: Math.max(user.lastSeenAt ?? 0, at) });
    },
    hasOtherAdmin: async (id) => hasOtherAdmin(id),
  };
}

/** Failed sign-ins over a map. */
export function createMemoryAttempts({ attempts }: MemoryTables): SignInAttempts {
  return {
    loadBars: async (names) =>
      new Map(
        names.flatMap((name) => {
          const until = attempts.get(name)?.lockedUntil;
          return until === undefined ? [] : [[name, until]];
        }),
      ),
    async count(name, at, waitsMs) {
      const { failures, lockedUntil = 0 } = attempts.get(name) ?? { failures: 0 };
      if (lockedUntil > at) return { barredUntil: lockedUntil };
      const waitMs = waitsMs[Math.min(failures, waitsMs.length - 1)] ?? 0;
      attempts.set(name, { failures: failures + 1, ...(waitMs > 0 ? { lockedUntil: at + waitMs } : {}) });
      return waitMs > 0 ? { ownBarUntil: at + waitMs } : {};
    },
    async forgive(name, { ownBarUntil }) {
      const { failures = 0, lockedUntil } = attempts.get(name) ?? {};
      const isOwn = lockedUntil === undefined || lockedUntil === ownBarUntil;
      if (failures > 0) attempts.set(name, { failures: failures - 1, ...(isOwn ? {} : { lockedUntil }) });
    },
    async clear(names) {
      for (const name of names) attempts.delete(name);
    },
  };
}

/** The audit over a map. */
export function createMemoryAuditTrail({ auditEvents }: MemoryTables): AuditTrail {
  return {
    async append(event) {
      if (auditEvents.has(event.id)) throw new AppError('CONFLICT', 'The audit event could not be written. Try again.');
      auditEvents.set(event.id, structuredClone(event));
    },
    list: async ({ filter: { q, ...filter }, ...page }, sight) => {
      const events = [...auditEvents.values()].filter(
        ({ id, action, actor, subject, requestId, program = '' }) =>
          (sight === undefined || sight.programs.includes(program) || sight.subjectTypes.includes(subject.type)) &&
          (typeof q !== 'string' ||
            q === '' ||
            action.startsWith(q) ||
            [id, actor, actor.slice(actor.indexOf('/') + 1), subject.id, requestId].includes(q)),
      );
      return listPage(events, { ...page, filter }, (event, word) => {
        if (word === 'subjectId') return event.subject.id;
        if (word === 'subjectType') return event.subject.type;
        if (word === 'actorKind') return event.actor.slice(0, event.actor.indexOf('/'));
        return event[word as keyof typeof event];
      });
    },
  };
}

function emailName(email: string): string {
  return `email/${email.normalize('NFC').trim().toLowerCase()}`;
}
