import type { Migration } from './migration.ts';

/** The overview counts claims by the day on which customers sent them, and its figures lead to lists of the same days. */
export const casesByWhenTheyWereSent: Migration = {
  id: '0008-cases-by-when-they-were-sent',
  async up(db) {
    await db.collection('cases').createIndex({ program: 1, 'claim.sentAt': 1, _id: 1 });
  },
};
