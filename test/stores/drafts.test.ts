import { afterAll, beforeAll } from 'vitest';
import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import { describeDrafts } from '../suites/drafts-suite.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describeDrafts('MongoDB', async () => harness.stores);
describeDrafts('in memory', async () => createMemoryStores());
