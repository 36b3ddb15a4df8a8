import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { PASSWORD } from '../../journeys/people-harness.ts';
import type { Who } from './stack.ts';

/** Longest that anything on a page may take to appear, on a busy machine. */
const PATIENCE_MS = 20_000;

/** The browser says this of every answer from 400 up; those are judged by {@link Visitor.expectRefusal}. */
const REFUSED = /^Failed to load resource/;

/** What a request from the page was answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One person at one window. What goes wrong in it is kept, and told by {@link Visitor.errors}. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, errors on the console, and answers from 400 up that nobody expected. */
  readonly errors: string[] = [];
  readonly #base: string;
  readonly #expected = new Set<number>();

  constructor(page: Page, base: string) {
    this.page = page;
    this.context = page.context();
    this.#base = base;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.errors.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSED.test(message.text())) this.errors.push(`console: ${message.text()}`);
    });
    page.on('response', (answer) => {
      const [status, method, path] = [answer.status(), answer.request().method(), new URL(answer.url()).pathname];
      const nobodyYet = status === 401 && path === '/api/session';
      if (status >= 400 && !nobodyYet && !this.#expected.has(status)) this.errors.push(`${status} ${method} ${path}`);
    });
  }

  /** From here on an answer of this status is part of the journey. */
  expectRefusal(status: number): void {
    this.#expected.add(status);
  }

  /** Signs in at the form, as whoever they are. */
  async signIn(who: Who): Promise<void> {
    await this.page.goto(`${this.#base}/`);
    await this.page.getByLabel(/^(E-mail|电子邮件|邮箱)/).fill(`${who}@example.test`);
    await this.page.locator('input[type=password]').fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.locator('input[type=password]').waitFor({ state: 'detached' });
    await this.settle();
  }

  /** Goes to an address inside the admin without loading it anew, and waits for the page's h1, and for what it shows. */
  async go(path: string, heading?: string | RegExp): Promise<void> {
    await this.page.evaluate((to) => {
      history.pushState({ key: String(Math.random()), idx: 0 }, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
    }, path);
    await this.settle(heading);
  }

  /** Loads an address anew, as from a link in a message. */
  async load(path: string, heading?: string | RegExp): Promise<void> {
    await this.page.goto(this.#base + path);
    await this.settle(heading);
  }

  /** Waits until the page has its h1 and nothing on it is still being read. */
  async settle(heading: string | RegExp = /\S/): Promise<void> {
    await this.heading(heading).waitFor();
    await this.page.waitForFunction(
      () =>
        document.querySelector('main [role=status][aria-label="Loading"], main [role=status][aria-label="加载中"]') ===
          null && document.querySelector('main .MuiSkeleton-root') === null,
    );
  }

  heading(text: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name: text }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button that opens a dialog, writes the reason where one is given, presses the dialog's verb, and waits until it has closed. */
  async act(opener: string, verb: string, reason?: string): Promise<void> {
    await this.button(opener).first().click();
    if (reason !== undefined) await this.dialog().getByRole('textbox').last().fill(reason);
    await this.dialog().getByRole('button', { name: verb, exact: true }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }

  /** Waits until a polite or urgent region of the page says this. */
  async hear(text: string | RegExp): Promise<void> {
    await this.page.locator('[role=status],[role=alert],[aria-live]').filter({ hasText: text }).first().waitFor({
      state: 'attached',
    });
  }

  /** A request that this page could send: with the session's cookie and, unless told otherwise, its token. */
  async call(method: string, path: string, body?: unknown, withToken = true): Promise<Answered> {
    return this.page.evaluate(
      async ({ method, path, body, withToken }) => {
        const session = (await (await fetch('/api/session')).json()) as { csrfToken: string };
        const answer = await fetch(path, {
          method,
          headers: {
            'Content-Type': 'application/json',
            ...(withToken ? { 'X-CSRF-Token': session.csrfToken } : {}),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const text = await answer.text();
        return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
      },
      { method, path, body, withToken },
    );
  }

  /** How far the page can be scrolled sideways, px; 0 is right. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What axe finds serious or critical, one line each. */
  async axe(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ impact, id, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }
}
