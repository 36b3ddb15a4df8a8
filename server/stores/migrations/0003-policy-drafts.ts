import type { mongo } from 'mongoose';
import type { Migration } from './migration.ts';

const COLLECTION_NAMES = ['policy_drafts', 'policy_draft_revisions'] as const;

/** Drafts of policy versions, and what each said at each of its revisions. */
export const policyDrafts: Migration = {
  id: '0003-policy-drafts',
  async up(db) {
    const present = new Set(
      (await db.listCollections({}, { nameOnly: true }).toArray()).map((collection) => collection.name),
    );
    for (const name of COLLECTION_NAMES) if (!present.has(name)) await createCollection(db, name);
    await db.collection('policy_drafts').createIndexes([{ key: { policy: 1, sequence: 1 } }, { key: { state: 1 } }]);
  },
};

/** 48: it exists, made by another process a moment ago. */
async function createCollection(db: mongo.Db, name: string): Promise<void> {
  try {
    await db.createCollection(name);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 48) throw error;
  }
}
