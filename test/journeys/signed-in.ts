import type { Grant } from '../../server/core/access/role.ts';
import { systemActor } from '../../server/core/access/request-actor.ts';
import { composePeople } from '../../server/main/compose-people.ts';
import { openStores } from '../../server/main/open-stores.ts';
import { createUser } from '../../server/usecases/people/create-user.ts';
import { Browser } from './browser.ts';

/** The password of everybody in these journeys. */
const PASSWORD = 'the tides of march';

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Somebody who has signed in, at their own browser. */
export class SignedIn {
  readonly #browser = new Browser();
  readonly #base: string;
  #token = '';

  constructor(base: string) {
    this.#base = base;
  }

  async signIn(email: string): Promise<this> {
    const { status, body } = await this.call('POST', '/api/session', { email, password: PASSWORD });
    if (status !== 200) throw new Error(`${email} cannot sign in: ${status}`);
    this.#token = String(body['csrfToken']);
    return this;
  }

  /** A request of our own page; `token` may be another one, or none. */
  async call(method: string, path: string, body?: unknown, token: string | null = this.#token): Promise<Answered> {
    const headers = {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === null || token === '' ? {} : { 'X-CSRF-Token': token }),
    };
    const answer = await this.#browser.send(this.#base + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }
}

/** Makes people by what they may do, each under `<name>@example.test`. */
export async function makePeople(
  config: { readonly mongodbUri: string; readonly secret: string },
  people: Readonly<Record<string, readonly Grant[]>>,
): Promise<void> {
  const open = await openStores(config);
  try {
    const { people: deps } = composePeople(open, config);
    for (const [name, grants] of Object.entries(people)) {
      await createUser(deps, { email: `${name}@example.test`, name, password: PASSWORD, grants }, systemActor('test'));
    }
  } finally {
    open.clock.close();
    await open.stores.close();
  }
}
