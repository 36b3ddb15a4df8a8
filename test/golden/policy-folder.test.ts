import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicyFolder, PolicyFolderError } from '../../server/main/load-policy-folder.ts';
import { formatJson, renderPolicyFolder } from '../../server/main/render-policy-folder.ts';
import { savePolicyFolder } from '../../server/main/save-policy-folder.ts';
import { folderOf, POLICIES } from './bench.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'policy-folder-'));
});
afterAll(async () => rm(scratch, { recursive: true, force: true }));

async function readTree(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.json')).toSorted();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(directory, file), 'utf8')] as const)),
  );
}

/** The same value with all its keys in the opposite order, as a store might hand it back. */
function reverseKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reverseKeys) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reverseKeys(one)]),
  ) as T;
}

describe.each(POLICIES)('the folder of %s', (policy) => {
  it('is written as it was read, byte for byte', async () => {
    const target = join(scratch, policy);
    await savePolicyFolder(target, await loadPolicyFolder(folderOf(policy)));
    expect(await readTree(target)).toEqual(await readTree(folderOf(policy)));
  });

  it('is written alike whatever order a store kept its keys in', async () => {
    const folder = await loadPolicyFolder(folderOf(policy));
    const [one, other] = [reverseKeys(folder), folder].map((kept) => Object.fromEntries(renderPolicyFolder(kept)));
    expect(one).toEqual(other);
  });

  it('says from when its first version governs', async () => {
    const { effectiveFrom } = await loadPolicyFolder(folderOf(policy));
    expect(Number.isSafeInteger(Date.parse(effectiveFrom))).toBe(true);
  });
});

describe('a folder that is wrong', () => {
  async function breakFile(file: string, text: string): Promise<string> {
    const directory = await mkdtemp(join(scratch, 'broken-'));
    await cp(folderOf('jimeng'), directory, { recursive: true });
    await writeFile(join(directory, file), text, 'utf8');
    return directory;
  }

  it('names the file that is no JSON', async () => {
    const directory = await breakFile('ruleset.json', '{');
    await expect(loadPolicyFolder(directory)).rejects.toThrow(/ruleset\.json/u);
  });

  it('names the place that is not of its form', async () => {
    const parameters = JSON.parse(await readFile(join(folderOf('jimeng'), 'parameters.json'), 'utf8')) as unknown[];
    const directory = await breakFile(
      'parameters.json',
      JSON.stringify([{ ...(parameters[0] as object), surprise: 1 }]),
    );
    await expect(loadPolicyFolder(directory)).rejects.toThrow(/parameters\.json: \/0 .*surprise/u);
  });

  it('names the folder that is not there', async () => {
    await expect(loadPolicyFolder(join(scratch, 'nowhere'))).rejects.toBeInstanceOf(PolicyFolderError);
  });
});

describe('formatJson', () => {
  it('keeps on one line what fits and opens what does not', () => {
    expect(formatJson({ a: 1, b: ['x'] })).toBe('{ "a": 1, "b": ["x"] }');
    expect(formatJson({ text: 'y'.repeat(130) })).toBe(`{\n  "text": "${'y'.repeat(130)}"\n}`);
    expect(formatJson({ none: {}, empty: [] })).toBe('{ "none": {}, "empty": [] }');
  });
});
