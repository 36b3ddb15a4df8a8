import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { renderConfigTable } from '../../server/main/config-table.ts';

it('the README tells the configuration as the service reads it', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(renderConfigTable());
});

it('the README names scripts that exist', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});
