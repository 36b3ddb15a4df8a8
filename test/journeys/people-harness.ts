import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import type { SessionView } from '../../server/contract/http/session-view.ts';
import { runApi } from '../../server/main/api.ts';
import { loadSettings } from '../../server/main/config.ts';
import type { Config } from '../../server/main/config.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { publishPrograms } from '../../server/main/publish-programs.ts';
import { createUserFromCli } from '../../server/main/users-command.ts';
import { migrate } from '../../server/stores/migrate.ts';
import { createTestDatabase, testRedisUrl } from '../setup/database.ts';
import { Browser } from './browser.ts';

export const PASSWORD = 'the tides of march';
export const ROOT = 'root@example.com';

/** Two API processes over one database, and one admin. */
export interface PeopleHarness {
  /** Addresses of the two. */
  readonly bases: readonly [string, string];
  /** Somebody at a browser who has not signed in. */
  open(): Person;
  /** Somebody who has. */
  openAs(email: string, password?: string): Promise<Person>;
  close(): Promise<void>;
}

/** Starts it. `oidcFor` answers the sign-in service, given the address that it sends browsers back to. */
export async function openPeopleHarness(
  oidcFor?: (redirectUrl: string) => Promise<Config['oidc']>,
): Promise<PeopleHarness> {
  const database = await createTestDatabase();
  await migrate(database.adminUri);
  const ports = [await findFreePort(), await findFreePort()] as const;
  const bases = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const;
  const config: Config = {
    ...loadSettings({}),
    mongodbUri: database.uri,
    mongodbAdminUri: database.adminUri,
    redisUrl: testRedisUrl(),
    secret: 'a secret for tests that is long enough',
    logLevel: 'silent',
    lanes: 1,
    publicUrl: bases[0],
    oidc: await oidcFor?.(`${bases[0]}/api/session/oidc/callback`),
  };
  await publishPrograms(config);
  await createUserFromCli(config, { email: ROOT, name: 'Root', role: 'admin' }, PASSWORD);
  const apis = [await runApi({ ...config, port: ports[0] }), await runApi({ ...config, port: ports[1] })];
  const open = (): Person => new Person(bases[0]);
  return {
    bases,
    open,
    async openAs(email, password = PASSWORD) {
      const person = open();
      const status = await person.signIn(email, password);
      if (status !== 200) throw new Error(`${email} was not let in: ${status}`);
      return person;
    },
    async close() {
      await Promise.all(apis.map((api) => api.close()));
      await database.drop();
    },
  };
}

/** What was answered; the body is read as JSON where it is. */
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A person at a browser. */
export class Person {
  readonly browser = new Browser();
  readonly #base: string;
  token = '';

  constructor(base: string) {
    this.#base = base;
  }

  /** `at`: address of another process; `more`: further headers. */
  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    at = this.#base,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answered<T>> {
    const headers = {
      ...more,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(this.token === '' ? {} : { 'X-CSRF-Token': this.token }),
    };
    const options = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await this.browser.send(at + path, options);
    const text = await answer.text();
    const isJson = text.startsWith('{') || text.startsWith('[');
    return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }

  async signIn(email: string, password = PASSWORD): Promise<number> {
    const { status, body } = await this.call<SessionView>('POST', '/api/session', { email, password });
    if (status === 200) this.token = body.csrfToken;
    return status;
  }
}

/** Makes a user who has chosen their own password. @returns their id */
export async function makeUser(
  harness: PeopleHarness,
  root: Person,
  email: string,
  grants: readonly object[],
): Promise<string> {
  const wanted = { email, name: email.split('@')[0], grants };
  const { body } = await root.call<{ id: string; oneTimePassword: string }>('POST', '/api/users', wanted);
  const person = await harness.openAs(email, body.oneTimePassword);
  const change = { current: body.oneTimePassword, next: PASSWORD };
  const { status } = await person.call('PUT', '/api/session/password', change);
  if (status !== 200) throw new Error(`the password of ${email} was not changed: ${status}`);
  return body.id;
}

/** Audit events of a filter, newest first. */
export async function readAudit(root: Person, filter: object): Promise<AuditEventView[]> {
  const path = `/api/audit-events?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (await root.call<AuditEventView[]>('GET', path)).body;
}
