import { afterAll, beforeAll } from 'vitest';
import { describeUnitOfWork } from '../suites/unit-of-work-suite.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describeUnitOfWork('MongoDB', async () => harness.stores);
