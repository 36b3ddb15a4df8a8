import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * One configuration for every kind of test: unit, golden, integration on real stores, journeys, architecture.
 * The global set-up obtains and starts a MongoDB and a Redis of its own, so nothing has to run beforehand.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**'],
    globalSetup: ['test/setup/stores.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    coverage: { provider: 'v8', include: ['server/**/*.ts'], reportsDirectory: 'coverage' },
  },
});
