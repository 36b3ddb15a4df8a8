import { mongo } from 'mongoose';
import { COLLECTIONS } from './collections.ts';
import type { CollectionName } from './collections.ts';

/**
 * Collections whose documents are proof, or names that are used once: the service's user may only find and insert them.
 * Idempotency records end by themselves; the server's own clock removes them.
 */
export const IMMUTABLE_COLLECTIONS: readonly CollectionName[] = [
  COLLECTIONS.decisions,
  COLLECTIONS.ledgerEntries,
  COLLECTIONS.policyVersions,
  COLLECTIONS.activations,
  COLLECTIONS.auditEvents,
  COLLECTIONS.journals,
  COLLECTIONS.calendars,
  COLLECTIONS.effects,
  COLLECTIONS.receivedEvents,
  COLLECTIONS.idempotency,
  COLLECTIONS.policyDraftRevisions,
];

/** Collections that only the migrating identity writes. */
const READ_ONLY_COLLECTIONS: readonly CollectionName[] = [COLLECTIONS.migrations];

const READ = ['find', 'listIndexes', 'collStats'];
const APPEND = [...READ, 'insert'];
const WRITE = [...APPEND, 'update', 'remove', 'changeStream'];
const ROLE = 'redressService';

/** The user the service runs as; it lives in the database that it serves (`authSource` is that database). */
export interface ServiceUser {
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/**
 * Creates or refreshes the service's role and user: read and write on what changes, find and insert on what must not,
 * no indexes and no collections of its own. Safe to repeat; a repeat carries a changed list or password over.
 * @param adminUri connection of an identity that may create roles and users
 */
export async function provisionServiceUser(adminUri: string, service: ServiceUser): Promise<void> {
  const client = new mongo.MongoClient(adminUri, { serverSelectionTimeoutMS: 10_000 });
  try {
    const db = client.db(service.database);
    const privileges = servicePrivileges(service.database);
    await createOrUpdate(db, { createRole: ROLE, privileges, roles: [] }, { updateRole: ROLE, privileges, roles: [] });
    const identity = { pwd: service.password, roles: [{ role: ROLE, db: service.database }] };
    await createOrUpdate(db, { createUser: service.user, ...identity }, { updateUser: service.user, ...identity });
  } finally {
    await client.close();
  }
}

/** One privilege for each collection: MongoDB can grant, but never take away from a wider grant. */
function servicePrivileges(database: string): mongo.Document[] {
  const onCollections = Object.values(COLLECTIONS).map((collection) => ({
    resource: { db: database, collection },
    actions: actionsOn(collection),
  }));
  return [...onCollections, { resource: { db: database, collection: '' }, actions: ['listCollections', 'dbStats'] }];
}

function actionsOn(collection: CollectionName): string[] {
  if (IMMUTABLE_COLLECTIONS.includes(collection)) return APPEND;
  return READ_ONLY_COLLECTIONS.includes(collection) ? READ : WRITE;
}

async function createOrUpdate(db: mongo.Db, create: mongo.Document, update: mongo.Document): Promise<void> {
  try {
    await db.command(create);
  } catch (error) {
    if (!alreadyThere(error)) throw error;
    await db.command(update);
  }
}

/** 51002: role exists, 51003: user exists. */
function alreadyThere(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && (error.code === 51_002 || error.code === 51_003);
}
