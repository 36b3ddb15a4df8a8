import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './setup/longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every kind of test has in common. */
const COMMON = {
  root,
  environment: 'node',
  pool: 'forks',
  testTimeout: 90_000,
  hookTimeout: 120_000,
} as const;

/** In its files several share a process: what they import is read once. They leave no state in modules behind. */
const SHARED = { ...COMMON, isolate: false } as const;

const BROWSER = 'test/browser/**/*.test.ts';
const ADMIN = 'test/admin/**/*.test.{ts,tsx}';
const PURE = ['core', 'engine', 'contract', 'usecases', 'http', 'golden', 'providers', 'bench'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
/** They replace modules, which nobody who shares a process may. */
const REPLACING = ['test/usecases/adjudication/engine-error.test.ts'];
const STORED = ['stores', 'journeys', 'workers', 'queue'].map((folder) => `test/${folder}/**/*.test.ts`);

// Meant for the tests alone: the service, which tests start as it is, refuses variables that it does not know.
const chosenChromium = process.env['REDRESS_CHROMIUM'] ?? '';
delete process.env['REDRESS_CHROMIUM'];

/**
 * One configuration for every kind of test: unit, golden, integration on real stores, journeys, architecture, and
 * journeys in a browser. The global set-up obtains and starts a MongoDB and a Redis of its own, so nothing has to run
 * beforehand. The browser's files run last and two at a time: a browser and its service keep more than one core busy.
 */
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/setup/stores.ts'],
    // One more than the cores it is meant for: journeys wait for clocks and other processes much of their time.
    maxWorkers: 3,
    teardownTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
    coverage: { provider: 'v8', include: ['server/**/*.ts'], reportsDirectory: 'coverage' },
    projects: [
      {
        test: {
          ...COMMON,
          name: 'service',
          // Whatever is in no other project, so that no file is in none.
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...STORED, ...PURE, ADMIN, BROWSER],
        },
      },
      { test: { ...COMMON, name: 'replacing', include: REPLACING } },
      { test: { ...SHARED, name: 'stored', include: STORED } },
      { test: { ...SHARED, name: 'pure', include: PURE, exclude: REPLACING } },
      // Components leave timers and focus to a page that the next file would find.
      { test: { ...COMMON, name: 'admin', include: [ADMIN], setupFiles: ['test/admin/clean-up.ts'] } },
      {
        test: {
          ...COMMON,
          name: 'browser',
          include: [BROWSER],
          globalSetup: ['test/setup/browser.ts'],
          maxWorkers: 2,
          // What they import is read once. Each opens what it needs, and closes it.
          isolate: false,
          sequence: { groupOrder: 1 },
          provide: { chosenChromium },
        },
      },
    ],
  },
});
