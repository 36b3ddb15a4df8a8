import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The linter is proved on planted violations: a linter that reports nothing looks like clean code.
 * All are planted at once in a copy of the configuration, and each test looks for its own report.
 */
const VIOLATIONS: readonly {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly report: RegExp;
}[] = [
  {
    name: 'core imports engine',
    file: 'server/core/money/a.ts',
    text: "export { x } from '../../engine/x.ts';",
    report: /imports nothing but itself/,
  },
  {
    name: 'core reads a clock library',
    file: 'server/core/facts/b.ts',
    text: "import Holidays from 'date-holidays';\nexport const h = Holidays;",
    report: /replay years later/,
  },
  {
    name: 'engine imports ports',
    file: 'server/engine/c.ts',
    text: "import { x } from '../ports/x.ts';\nexport const y = x;",
    report: /knows nothing of ports/,
  },
  {
    name: 'contract imports a Node module',
    file: 'server/contract/events/d.ts',
    text: "import { join } from 'node:path';\nexport const y = join;",
    report: /loaded by the browser/,
  },
  {
    name: 'contract imports http',
    file: 'server/contract/events/e.ts',
    text: "import { x } from '../../http/x.ts';\nexport const y = x;",
    report: /crosses a process border/,
  },
  {
    name: 'contract, at its top, imports http',
    file: 'server/contract/f.ts',
    text: "import { x } from '../http/x.ts';\nexport const y = x;",
    report: /crosses a process border/,
  },
  {
    name: 'a use case imports stores',
    file: 'server/usecases/g.ts',
    text: "import type { X } from '../stores/x.ts';\nexport type Y = X;",
    report: /without a database or a queue/,
  },
  {
    name: 'a use case imports mongoose',
    file: 'server/usecases/h.ts',
    text: "import mongoose from 'mongoose';\nexport const y = mongoose;",
    report: /stays behind the ports/,
  },
  {
    name: 'stores import queue',
    file: 'server/stores/i.ts',
    text: "import { x } from '../queue/x.ts';\nexport const y = x;",
    report: /replaced alone/,
  },
  {
    name: 'stores import json-rules-engine',
    file: 'server/stores/j.ts',
    text: "import { Engine } from 'json-rules-engine';\nexport const y = Engine;",
    report: /nothing else may decide/,
  },
  {
    name: 'providers import usecases',
    file: 'server/providers/k.ts',
    text: "import { x } from '../usecases/x.ts';\nexport const y = x;",
    report: /replaced alone/,
  },
  {
    name: 'workers import http',
    file: 'server/workers/l.ts',
    text: "import { x } from '../http/x.ts';\nexport const y = x;",
    report: /another border of its own/,
  },
  {
    name: 'http imports bullmq',
    file: 'server/http/m.ts',
    text: "import { Queue } from 'bullmq';\nexport const y = Queue;",
    report: /told only what has committed/,
  },
  {
    name: 'queue imports express',
    file: 'server/queue/n.ts',
    text: "import express from 'express';\nexport const y = express;",
    report: /belong to http/,
  },
  {
    name: 'a use case asks the permission library',
    file: 'server/usecases/aa.ts',
    text: "import { createMongoAbility } from '@casl/ability';\nexport const y = createMongoAbility;",
    report: /where every route asks/,
  },
  {
    name: 'core asks the permission library',
    file: 'server/core/access/ab.ts',
    text: "import type { MongoAbility } from '@casl/ability';\nexport type Y = MongoAbility;",
    report: /where every route asks/,
  },
  {
    name: 'http hashes a password',
    file: 'server/http/ac.ts',
    text: "import { hash } from '@node-rs/argon2';\nexport const y = hash;",
    report: /providers alone speak to them/,
  },
  {
    name: 'a use case speaks to a sign-in service',
    file: 'server/usecases/ad.ts',
    text: "import * as oidc from 'openid-client';\nexport const y = oidc;",
    report: /providers alone speak to them/,
  },
  {
    name: 'providers import the session middleware',
    file: 'server/providers/ae.ts',
    text: "import session from 'express-session';\nexport const y = session;",
    report: /belong to http/,
  },
  {
    name: 'main imports the guard against forged requests',
    file: 'server/main/af.ts',
    text: "import { csrfSync } from 'csrf-sync';\nexport const y = csrfSync;",
    report: /belong to http/,
  },
  ...['usecases', 'stores', 'http', 'core'].map((name) => ({
    name: `admin imports ${name}`,
    file: `admin/pages/${name}.ts`,
    text: `import { x } from '../../server/${name}/x.ts';\nexport const y = x;`,
    report: /by its contract alone/,
  })),
  {
    name: 'admin imports a library of the server',
    file: 'admin/ag.ts',
    text: "import { createMongoAbility } from '@casl/ability';\nexport const y = createMongoAbility;",
    report: /admin runs in a browser/,
  },
  {
    name: 'main imports mongoose outside the embedded stores',
    file: 'server/main/o.ts',
    text: "import mongoose from 'mongoose';\nexport const y = mongoose;",
    report: /stays behind the ports/,
  },
  {
    name: 'a cycle',
    file: 'server/usecases/p.ts',
    text: "import { q } from './q.ts';\nexport const p = (): number => q();",
    report: /no-cycle/,
  },
  { name: 'any', file: 'server/core/r.ts', text: 'export const r: any = 1;', report: /no-explicit-any/ },
  {
    name: 'a non-null assertion',
    file: 'server/core/s.ts',
    text: 'export const s = [1][0]!;',
    report: /no-non-null-assertion/,
  },
  { name: 'ts-ignore', file: 'server/core/t.ts', text: '// @ts-ignore\nexport const t = 1;', report: /ban-ts-comment/ },
  {
    name: 'ts-expect-error',
    file: 'server/core/u.ts',
    text: '// @ts-expect-error: because\nexport const u: number = "1";',
    report: /ban-ts-comment/,
  },
  {
    name: 'a forgotten promise',
    file: 'server/core/v.ts',
    text: 'const p = async (): Promise<number> => 1;\nexport const v = (): void => {\n  p();\n};',
    report: /no-floating-promises/,
  },
  { name: 'a barrel file', file: 'server/core/w.ts', text: "export * from './r.ts';", report: /no-barrel-file/ },
  { name: 'a default export', file: 'server/core/x.ts', text: 'export default 1;', report: /no-default-export/ },
  {
    name: 'a file above 300 lines',
    file: 'server/core/y.ts',
    text: `export const y = 1;\n${'//\n'.repeat(301)}`,
    report: /max-lines\b/,
  },
  {
    name: 'a function above 70 lines',
    file: 'server/core/z.ts',
    text: `export function z(): void {\n${'  String(1);\n'.repeat(71)}}`,
    report: /max-lines-per-function/,
  },
];

const LEGAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['core', 'engine', 'ports', 'stores', 'queue', 'http', 'usecases'].map((name) => [
      `server/${name}/x.ts`,
      'export const x = 1;\nexport type X = number;',
    ]),
  ),
  'server/usecases/q.ts': "import { p } from './p.ts';\nexport const q = (): number => p();",
  'server/contract/http/fine.ts': 'export const fine = 1;',
  'server/contract/events/fine.ts': "import { fine } from '../http/fine.ts';\nexport const same = fine;",
  'server/engine/fine.ts':
    "import { Engine } from 'json-rules-engine';\nimport { fine } from '../core/fine.ts';\nexport const made = [new Engine(), fine];",
  'server/core/fine.ts': 'export const fine = 1;',
  'server/http/access/fine.ts':
    "import { createMongoAbility } from '@casl/ability';\nimport session from 'express-session';\nexport const both = [createMongoAbility, session];",
  'server/providers/fine.ts':
    "import { hash } from '@node-rs/argon2';\nimport { discovery } from 'openid-client';\nexport const both = [hash, discovery];",
  'admin/pages/fine.ts': "import { fine } from '../../server/contract/http/fine.ts';\nexport const same = fine;",
  'server/main/fine.ts':
    "import { x } from '../http/x.ts';\nimport { x as y } from '../stores/x.ts';\nexport const both = [x, y];",
};

let folder: string;
let report = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-lint-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) await cp(name, join(folder, name));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const files = [...Object.entries(LEGAL), ...VIOLATIONS.map(({ file, text }) => [file, text] as const)];
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
  }
  report = await lint(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the linter as `npm run lint` does. One report a line: file, place, message or help, rule. */
function lint(cwd: string): Promise<string> {
  const args = [
    resolve('node_modules/oxlint/bin/oxlint'),
    '--type-aware',
    '--deny-warnings',
    '--format',
    'json',
    'server',
    'admin',
  ];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 16e6 }, (_, stdout) => done(stdout));
  });
}

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly code?: string;
  readonly help?: string;
}

function reportsOn(file: string): string[] {
  const { diagnostics } = JSON.parse(report) as { diagnostics: Diagnostic[] };
  return diagnostics
    .filter(({ filename }) => filename === file)
    .map(({ message, code, help }) => `${message} ${help ?? ''} ${code ?? ''}`);
}

describe('the linter refuses', () => {
  it.each(VIOLATIONS)('$name', ({ file, report: expected }) => {
    expect(reportsOn(file)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});

describe('the linter allows', () => {
  it.each(Object.keys(LEGAL).filter((file) => file.endsWith('fine.ts')))('%s', (file) => {
    expect(reportsOn(file)).toEqual([]);
  });
});
