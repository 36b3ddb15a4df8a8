// `npm run tour`: signs in to the running product, takes the pictures of the README, and measures the first page.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from '../../setup/find-chromium.ts';
import { measureFirstPage } from './measure-first-page.ts';
import { openPerson, type Product } from './person.ts';
import { prepareVersions } from './prepare-versions.ts';
import { takePictures } from './take-pictures.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = join(ROOT, 'admin', 'tour');

async function findProduct(): Promise<Product> {
  const path = resolve(ROOT, process.env['REDRESS_DATA_DIR'] ?? '.redress', 'credentials.json');
  const product = JSON.parse(await readFile(path, 'utf8')) as Product;
  const answer = await fetch(`${product.baseUrl}/readyz`);
  if (!answer.ok) throw new Error(`${product.baseUrl} is not ready: ${answer.status}`);
  return product;
}

const product = await findProduct().catch((error: unknown) => {
  process.stderr.write(
    `The tour needs the running product with its demonstration: \`npm start\` first. (${String(error)})\n`,
  );
  process.exit(1);
});
const found = await findChromium(process.env['REDRESS_CHROMIUM'] ?? '');
const browser = await chromium.launch(found);
try {
  const owner = await openPerson(browser, product, 'owner-a');
  const versions = await prepareVersions(owner);
  try {
    for (const { path, bytes } of await takePictures(browser, product, versions, FOLDER))
      process.stdout.write(`${path} ${Math.round(bytes / 1000)} KB\n`);
  } finally {
    await versions.putAway();
  }
} finally {
  await browser.close();
}
const { signInMs, overviewMs, scriptBytes } = await measureFirstPage(product, found);
process.stdout.write(
  `First page, cold: sign-in after ${Math.round(signInMs)} ms, overview ${Math.round(overviewMs)} ms after that, ` +
    `${Math.round(scriptBytes / 1000)} KB of script, compressed (the middle of five runs).\n`,
);
