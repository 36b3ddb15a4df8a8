import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A second proof of the layering, which shares nothing with the linter but the intention. */
const LAYERS: readonly (readonly string[])[] = [
  ['core'],
  ['engine', 'ports', 'contract'],
  ['usecases', 'stores', 'providers', 'queue'],
  ['workers', 'http'],
  ['main'],
];

/** Libraries that one part of the tree owns. */
const OWNERS: readonly { readonly library: RegExp; readonly owners: readonly string[] }[] = [
  { library: /^json-rules-engine$/, owners: ['server/engine'] },
  {
    library: /^(mongoose|mongodb|mongodb-memory-server)$/,
    owners: ['server/stores', 'server/main/embedded', 'server/main/topology'],
  },
  { library: /^bullmq$/, owners: ['server/queue', 'server/workers'] },
  {
    library:
      /^(express|express-session|csrf-sync|helmet|compression|express-rate-limit|rate-limit-redis|pino-http|swagger-ui-dist)$/,
    owners: ['server/http'],
  },
  { library: /^@casl\/ability$/, owners: ['server/http'] },
  { library: /^(@node-rs\/argon2|openid-client)$/, owners: ['server/providers'] },
  { library: /^connect-mongo$/, owners: ['server/stores'] },
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const listSources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const listImports = (files: readonly string[]): Import[] =>
  files.flatMap((from) =>
    [
      ...readFileSync(from, 'utf8').matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
      ),
    ].map((match) => {
      const specifier = match[1] ?? match[2] ?? match[3] ?? '';
      return { from, to: specifier.startsWith('.') ? normalize(join(dirname(from), specifier)) : specifier };
    }),
  );

const sources = listSources('server');
const imports = listImports(sources);

const folderOf = (path: string): string => path.split('/')[1] ?? '';
const levelOf = (path: string): number => LAYERS.findIndex((layer) => layer.includes(folderOf(path)));

describe('imports', () => {
  it('are seen: a scan that finds nothing proves nothing', () => {
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.some(({ from, to }) => folderOf(from) === 'main' && to.startsWith('server/stores/'))).toBe(true);
  });

  it('come only from folders that have a place in the layering', () => {
    expect([...new Set(sources.filter((file) => levelOf(file) < 0))]).toEqual([]);
  });

  it('go downwards, or stay inside their folder', () => {
    const wrong = imports.filter(
      ({ from, to }) => to.startsWith('server/') && folderOf(from) !== folderOf(to) && levelOf(to) >= levelOf(from),
    );
    expect(wrong).toEqual([]);
  });

  it('of one’s own files name files that exist, with their extension', () => {
    const known = new Set(sources);
    expect(imports.filter(({ to }) => to.startsWith('server/') && to.endsWith('.ts') && !known.has(to))).toEqual([]);
  });

  it.each(OWNERS)('of $library stay with $owners', ({ library, owners }) => {
    const name = (to: string): string =>
      to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '');
    const strays = imports.filter(
      ({ from, to }) => library.test(name(to)) && !owners.some((owner) => from.startsWith(`${owner}/`)),
    );
    expect(strays).toEqual([]);
  });

  it('of core are core’s own and a few pure libraries', () => {
    const outside = imports
      .filter(({ from, to }) => folderOf(from) === 'core' && !to.startsWith('server/core/'))
      .map(({ to }) => to);
    expect(
      [...new Set(outside)].filter((to) => !['canonicalize', 'dinero.js', 'node:crypto', 'zod'].includes(to)),
    ).toEqual([]);
  });
});

describe('the admin', () => {
  it('imports the contract, and nothing else of the server', () => {
    const crossing = listImports(listSources('admin')).filter(({ to }) => to.startsWith('server/'));
    expect(crossing.length).toBeGreaterThan(20);
    expect(crossing.filter(({ to }) => !to.startsWith('server/contract/'))).toEqual([]);
  });
});

describe('files', () => {
  it('are named in kebab-case', () => {
    expect(
      sources.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.ts$/.test(file.split('/').at(-1) ?? '')),
    ).toEqual([]);
  });

  it('stay small: none above 300 lines, the median near 60', () => {
    const lengths = sources.map((file) => readFileSync(file, 'utf8').split('\n').length).toSorted((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(301);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
  });
});
