import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { encodeWebp } from './encode-webp.ts';
import { openPerson, type Look, type Person, type Product } from './person.ts';
import type { TourVersions } from './prepare-versions.ts';

/** Largest that a picture may be, so that the repository stays light. */
const MOST_BYTES = 120_000;

interface Picture {
  readonly name: string;
  readonly who: string;
  readonly look?: Look;
  readonly show: (person: Person, versions: TourVersions) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'overview',
    who: 'owner-a',
    look: { height: 1100 },
    show: ({ visitor }) => visitor.load('/?days=7', 'Overview'),
  },
  {
    name: 'parameters',
    who: 'owner-a',
    show: async ({ visitor, page }, { draft }) => {
      await visitor.load(`/policy-versions/${draft}`);
      await page
        .getByText(/^until .* UTC$/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'rules',
    who: 'owner-a',
    show: async ({ visitor, page }, { draft }) => {
      await visitor.load(`/policy-versions/${draft}/rules`);
      await page.getByLabel('Find a rule').fill('cash');
      await page.getByText('Cash window passed').first().click();
      await page.getByText('Then', { exact: true }).waitFor();
    },
  },
  {
    name: 'review',
    who: 'approver-a',
    show: ({ visitor }, { submitted }) => visitor.load(`/policy-versions/${submitted}/show`),
  },
  {
    name: 'review-phone',
    who: 'approver-a',
    look: { width: 390, height: 844 },
    show: ({ visitor }, { submitted }) => visitor.load(`/policy-versions/${submitted}/show`),
  },
  { name: 'decision-dark', who: 'reviewer', look: { dark: true }, show: showDenied },
];

/** A cash claim of Anumi that came too late. */
async function showDenied({ visitor, ask, page }: Person): Promise<void> {
  const filter = JSON.stringify({ program: 'anumi', reasonCode: 'CASH_WINDOW_PASSED' });
  const path = `/api/decisions?${new URLSearchParams({ filter, range: '[0,0]' }).toString()}`;
  const [decision] = await ask<readonly { id: string }[]>('GET', path);
  if (decision === undefined) throw new Error('no claim was denied for its window: is the demonstration loaded?');
  await visitor.load(`/decisions/${decision.id}/show`);
  await page.getByRole('tree').first().waitFor();
}

/** Waits until nothing is on its way any more: a page asks for a script's font once it shows that script. */
async function settle({ page }: Person): Promise<void> {
  for (let asked = -1, now = 0; asked !== now;) {
    asked = now;
    await page.waitForTimeout(700);
    await page.evaluate(async () => document.fonts.ready);
    now = await page.evaluate(() => performance.getEntriesByType('resource').length);
  }
}

/** Takes every picture of the tour into a folder. @returns their paths and sizes */
export async function takePictures(
  browser: Browser,
  product: Product,
  versions: TourVersions,
  folder: string,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  await mkdir(folder, { recursive: true });
  const taken: { path: string; bytes: number }[] = [];
  for (const { name, who, look = {}, show } of PICTURES) {
    const person = await openPerson(browser, product, who, look);
    await show(person, versions);
    await settle(person);
    const path = join(folder, `${name}.webp`);
    const picture = await encodeWebp(browser, await person.page.screenshot({ animations: 'disabled' }));
    if (picture.length > MOST_BYTES) throw new Error(`${path} has ${picture.length} bytes, more than ${MOST_BYTES}`);
    await writeFile(path, picture);
    taken.push({ path, bytes: picture.length });
    await person.close();
  }
  return taken;
}
