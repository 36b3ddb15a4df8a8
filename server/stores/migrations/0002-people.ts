import type { Migration } from './migration.ts';

/** Collections as of this migration. */
const COLLECTION_NAMES = ['users', 'sign_in_names', 'sign_in_attempts', 'sessions'] as const;

/**
 * People who sign in, their sessions and their failed tries, and what their screens look for. What people did is looked for among the audit events of a
 * service that decides millions of claims: a partial index holds theirs alone, and costs the others nothing.
 */
export const people: Migration = {
  id: '0002-people',
  async up(db) {
    for (const name of COLLECTION_NAMES) {
      await db.createCollection(name).catch((error: unknown) => {
        // 48: it exists, made by an earlier try or by another process a moment ago.
        if ((error as { code?: unknown }).code !== 48) throw error;
      });
    }
    await db.collection('sessions').createIndex({ expires: 1 }, { expireAfterSeconds: 0 });
    await db.collection('sign_in_attempts').createIndex({ expiresOn: 1 }, { expireAfterSeconds: 0 });
    // The first page asks for what waits for a person, which is little among millions of closed cases.
    await db
      .collection('cases')
      .createIndex({ program: 1, openedAt: 1 }, { partialFilterExpression: { status: 'in_review' } });
    await db
      .collection('audit_events')
      .createIndex({ actorKind: 1, _id: 1 }, { partialFilterExpression: { actorKind: 'user' } });
    await db
      .collection('audit_events')
      .createIndex({ actor: 1, _id: 1 }, { partialFilterExpression: { actorKind: 'user' } });
  },
};
