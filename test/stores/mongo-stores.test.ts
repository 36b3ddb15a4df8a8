import { afterAll, beforeAll } from 'vitest';
import { describeOutbox } from '../suites/outbox-suite.ts';
import { describePayouts } from '../suites/payouts-suite.ts';
import { sampleUnit } from '../suites/sample-documents.ts';
import { describeSideStores } from '../suites/side-stores-suite.ts';
import { describeUnitOfWork } from '../suites/unit-of-work-suite.ts';
import { openStoreHarness } from './store-harness.ts';
import type { StoreHarness } from './store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describeUnitOfWork('MongoDB', async () => harness.stores);
describeSideStores('MongoDB', async () => harness.stores);
describeOutbox('MongoDB', async () => {
  await harness.admin.collection('outbox').deleteMany({});
  return harness.stores;
});
describePayouts('MongoDB', async () => {
  await harness.admin.collection('payouts').deleteMany({});
  const { payouts, units } = harness.stores;
  return {
    payouts,
    put: async (doc) => {
      await units.commit(sampleUnit({ payouts: [{ doc, isNew: (await payouts.find(doc.id)) === null }] }));
    },
  };
});
