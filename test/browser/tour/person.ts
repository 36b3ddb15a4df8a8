import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Visitor } from '../harness/visitor.ts';

/** A running product, and who can sign in to it. */
export interface Product {
  readonly baseUrl: string;
  readonly users: readonly { readonly email: string; readonly password: string }[];
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** Somebody at a window of the running product, and what they can do beside its pages. */
export interface Person {
  readonly page: Page;
  readonly visitor: Visitor;
  /** Sends a request of theirs. @throws with what the service said, where it refuses */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
}

/** Opens a window and signs in as the demonstration user whose address begins like this. */
export async function openPerson(
  browser: Browser,
  { baseUrl, users }: Product,
  who: string,
  { width = 1440, height = 900, dark = false }: Look = {},
): Promise<Person> {
  const user = users.find(({ email }) => email.startsWith(`${who}@`));
  if (user === undefined) throw new Error(`nobody called ${who} is among the users`);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const csrfToken = await signIn(context, baseUrl, user);
  const page = await context.newPage();
  const visitor = new Visitor(page, baseUrl);
  await visitor.load('/');
  return {
    page,
    visitor,
    async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
      const answer = await context.request.fetch(baseUrl + path, {
        method,
        headers: { 'X-CSRF-Token': csrfToken },
        ...(body === undefined ? {} : { data: body }),
      });
      if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    close: () => context.close(),
  };
}

async function signIn(
  context: BrowserContext,
  baseUrl: string,
  { email, password }: Product['users'][number],
): Promise<string> {
  const answer = await context.request.post(`${baseUrl}/api/session`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email} was not let in: ${answer.status()}`);
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}
