import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import { openStack, type Stack, type Who } from './stack.ts';
import { Visitor } from './visitor.ts';

/** Where a failed test leaves what its windows showed. */
const SHOTS = fileURLToPath(new URL('../../../.redress/browser/', import.meta.url));

/** A window's size and its person's taste. */
interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Whether fingers are used. */
  readonly touch?: boolean;
  readonly locale?: 'en-GB' | 'zh-CN';
}

/** A service and a browser of a file's own. */
export interface Scene {
  readonly stack: Stack;
  readonly browser: Browser;
  /** Opens a window, and signs in where somebody is named. Errors in it fail the test that is running. */
  visit(who: Who | null, options?: WindowOptions): Promise<Visitor>;
  /** Closes every window; what went wrong in them is still told. */
  closeWindows(): Promise<void>;
}

/** Starts the Chromium that the run found. @throws where there is none */
async function launchChromium(): Promise<Browser> {
  const found = inject('browser');
  if (found.missing !== null) throw new Error(found.missing);
  return chromium.launch({ executablePath: found.executablePath, args: found.args });
}

/**
 * Describes what is done in a browser, with a service and a browser of its own; its tests run in their order and may
 * go on from each other. Skipped, and the reason in its name, where there is no browser.
 * @param tell is given what answers the scene once a test runs
 */
export function describeInBrowser(name: string, tell: (scene: () => Scene) => void): void {
  const { missing } = inject('browser');
  let opened: OpenScene | undefined;
  const scene = (): Scene => {
    if (opened === undefined) throw new Error('the scene is there once the tests run');
    return opened;
  };
  if (missing !== null) {
    describe.skip(`${name} (skipped: ${missing})`, () => tell(scene));
    return;
  }
  describe(name, () => {
    beforeAll(async () => {
      opened = await openScene();
    }, 180_000);
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await opened?.shoot(task.name);
      expect(opened?.takeErrors(), 'errors in the windows').toEqual([]);
    });
    afterAll(() => opened?.close());
    tell(scene);
  });
}

/** One part of what is described in a browser, that can also run alone; its windows are closed after it. */
export function chapter(name: string, scene: () => Scene, tell: () => void): void {
  describe(name, () => {
    afterAll(() => scene().closeWindows());
    tell();
  });
}

interface OpenScene extends Scene {
  takeErrors(): string[];
  shoot(name: string): Promise<void>;
  close(): Promise<void>;
}

async function openScene(): Promise<OpenScene> {
  const [stack, browser] = await Promise.all([openStack(), launchChromium()]);
  const visitors: Visitor[] = [];
  return {
    stack,
    browser,
    async visit(who, { width = 1440, height = 900, dark = false, touch = false, locale = 'en-GB' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        hasTouch: touch,
        locale,
        timezoneId: 'UTC',
      });
      const visitor = new Visitor(await context.newPage(), stack.url);
      visitors.push(visitor);
      if (who !== null) await visitor.signIn(who);
      return visitor;
    },
    async closeWindows() {
      await Promise.all(visitors.map(({ context }) => context.close()));
    },
    takeErrors: () => visitors.flatMap((visitor) => visitor.errors.splice(0)),
    async shoot(name) {
      await mkdir(SHOTS, { recursive: true });
      const base = name.replaceAll(/[^\w]+/g, '-').slice(0, 60);
      const open = visitors.filter(({ page }) => !page.isClosed());
      await Promise.all(open.map(({ page }, at) => page.screenshot({ path: `${SHOTS}${base}-${at}.png` })));
    },
    async close() {
      await browser.close();
      await stack.close();
    },
  };
}
