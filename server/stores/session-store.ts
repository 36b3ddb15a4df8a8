import { MongoStore } from 'connect-mongo';
import { COLLECTIONS } from './collections.ts';
import type { Database } from './database.ts';
import { toStoreError } from './store-error.ts';

/** Where the session middleware keeps sessions; opaque to everything but it. */
export type SessionStore = MongoStore;

/** How long a session lives in the database without being touched, s; the same as its cookie. */
const IDLE_SECONDS = 8 * 3600;

/** A session that is used is noted so at most once in this time, s. */
const TOUCH_SECONDS = 60;

const METHODS = ['get', 'set', 'touch', 'destroy'] as const;

/** Sessions in MongoDB; the index that ends them is a migration's, since the service may not make one. */
export function createSessionStore(database: Database): SessionStore {
  const store = MongoStore.create({
    // The driver that mongoose brings is another copy than the one this package is typed by; they speak alike.
    client: database.client as unknown as NonNullable<Parameters<typeof MongoStore.create>[0]['client']>,
    dbName: database.connection.name,
    collectionName: COLLECTIONS.sessions,
    ttl: IDLE_SECONDS,
    touchAfter: TOUCH_SECONDS,
    autoRemove: 'disabled',
  });
  for (const method of METHODS) translateErrors(store, method);
  return store;
}

/** The last argument of each method is called back with an error first; what means that the database is away is said so. */
function translateErrors(store: SessionStore, name: (typeof METHODS)[number]): void {
  const method = store[name].bind(store) as (...args: unknown[]) => unknown;
  const translated = (...args: unknown[]): unknown => {
    const callback = args.at(-1);
    if (typeof callback !== 'function') return method(...args);
    const answer = (error: unknown, ...rest: unknown[]): void => {
      Reflect.apply(callback, undefined, [
        error === undefined || error === null ? error : toStoreError(error),
        ...rest,
      ]);
    };
    return method(...args.slice(0, -1), answer);
  };
  Object.assign(store, { [name]: translated });
}
