import { chromium } from 'playwright-core';
import type { FoundChromium } from '../../setup/find-chromium.ts';
import type { Product } from './person.ts';

/** How long a browser that has just been started took, ms since its page was asked for. */
export interface FirstPage {
  /** Until the sign-in form could be typed in. */
  readonly signInMs: number;
  /** From Enter in that form until the overview showed its figures. */
  readonly overviewMs: number;
  /** Compressed bytes of script until the sign-in form; the overview's figures need no more, its chart does. */
  readonly scriptBytes: number;
}

/** Starts a browser with nothing in its cache, signs in and measures; the middle one of so many runs. */
export async function measureFirstPage(product: Product, found: FoundChromium, runs = 5): Promise<FirstPage> {
  const all: FirstPage[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measureOnce(product, found));
  const middle = (pick: (one: FirstPage) => number): number =>
    all.map(pick).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    signInMs: middle(({ signInMs }) => signInMs),
    overviewMs: middle(({ overviewMs }) => overviewMs),
    scriptBytes: middle(({ scriptBytes }) => scriptBytes),
  };
}

async function measureOnce({ baseUrl, users }: Product, found: FoundChromium): Promise<FirstPage> {
  const user = users.find(({ email }) => email.startsWith('owner-a@'));
  if (user === undefined) throw new Error('owner-a is not among the users');
  const browser = await chromium.launch(found);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(
          request.sizes().then(
            ({ responseBodySize }) => responseBodySize,
            () => 0,
          ),
        );
    });
    const asked = performance.now();
    await page.goto(`${baseUrl}/`);
    const password = page.locator('input[type=password]');
    await password.waitFor();
    const ready = performance.now();
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    await page.getByLabel(/^E-mail/).fill(user.email);
    await password.fill(user.password);
    const entered = performance.now();
    await password.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Claims', exact: true }).waitFor();
    const shown = performance.now();
    return { signInMs: ready - asked, overviewMs: shown - entered, scriptBytes: bytes };
  } finally {
    await browser.close();
  }
}
