import type { mongo } from 'mongoose';
import type { User, Users } from '../ports/users.ts';
import { writeAudited } from './audited-write.ts';
import type { Database } from './database.ts';
import { listRows } from './reads/list-rows.ts';
import type { ListFields } from './reads/list-rows.ts';
import { fromIdRow, toIdRow } from './rows/keyed-row.ts';
import type { UserRow } from './rows/rows.ts';
import { insertStep, updateStep, writeStep } from './units/write-step.ts';

const FIELDS: ListFields = {
  filters: { id: '_id', status: 'status', role: 'grants.role', grantedIn: 'grants.programs' },
  sorts: { id: '_id', name: 'name', email: 'email', lastSeenAt: 'lastSeenAt', createdAt: 'createdAt' },
};

/** People in MongoDB. That an address or a link signs in one user only is kept by a document named after it. */
export function createUsers(database: Database): Users {
  const users = database.collection('users');
  const find = async (id: string): Promise<User | null> => {
    const row = await users.findOne({ _id: id });
    return row === null ? null : fromIdRow<User>(row);
  };
  const findByName = async (name: string): Promise<User | null> => {
    const row = await database.collection('signInNames').findOne({ _id: name });
    return row === null ? null : find(row.userId);
  };
  return {
    find,
    findByEmail: (email) => findByName(emailName(email)),
    findByLink: (link) => findByName(linkName(link)),
    findMany: async (ids) => (await users.find({ _id: { $in: ids } }).toArray()).map((row) => fromIdRow<User>(row)),
    list: (page) => listRows(users, { page, fields: FIELDS, present: (row) => fromIdRow<User>(row) }),
    async append(user, audit) {
      const names = [{ _id: emailName(user.email), userId: user.id }];
      const steps = [insertStep(database, 'signInNames', names), insertStep(database, 'users', [toIdRow(user)])];
      return (await writeAudited(database, steps, audit)) === 'committed';
    },
    async save(user, audit, { needsOtherAdmin } = { needsOtherAdmin: false }) {
      const link = await newLink(database, user);
      const row = { ...toIdRow(user), revision: user.revision + 1 };
      const steps = [
        writeStep(database, 'users', [{ filter: { _id: user.id, revision: user.revision }, replace: row }]),
        insertStep(database, 'signInNames', link === null ? [] : [{ _id: link, userId: user.id }]),
        // Two admins who lock each other at once would each count the other: whoever stays in charge is written to, so
        // that of two such transactions one finds the other's writes, and gives up.
        needsOtherAdmin
          ? updateStep(database, 'users', [{ filter: otherAdmin(user.id), update: { $inc: { timesInCharge: 1 } } }])
          : null,
      ];
      return (await writeAudited(database, steps, audit)) === 'committed';
    },
    async noteSeen(id, at) {
      await users.updateOne({ _id: id }, { $max: { lastSeenAt: at } });
    },
    async hasOtherAdmin(id) {
      return (await users.countDocuments(otherAdmin(id), { limit: 1 })) > 0;
    },
  };
}

function otherAdmin(id: string): mongo.Filter<UserRow> {
  const admin = { role: 'admin', programs: '*' } as const;
  return { _id: { $ne: id }, status: 'active', grants: { $elemMatch: admin } };
}

/** The name that a link needs and does not have yet. */
async function newLink(database: Database, user: User): Promise<string | null> {
  if (user.linkedTo === undefined) return null;
  const name = linkName(user.linkedTo);
  const known = await database.collection('signInNames').findOne({ _id: name, userId: user.id });
  return known === null ? name : null;
}

/** Addresses are compared composed and in lower case, as people mean them. */
function emailName(email: string): string {
  return `email/${email.normalize('NFC').trim().toLowerCase()}`;
}

function linkName(link: string): string {
  return `link/${link}`;
}
