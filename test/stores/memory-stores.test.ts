import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import { MemoryLedger } from '../fakes/payouts/memory-ledger.ts';
import { describeOutbox } from '../suites/outbox-suite.ts';
import { describePayouts } from '../suites/payouts-suite.ts';
import { describeSideStores } from '../suites/side-stores-suite.ts';
import { describeUnitOfWork } from '../suites/unit-of-work-suite.ts';

const open = async () => createMemoryStores();

describeUnitOfWork('in memory', open);
describeOutbox('in memory', open);
describeSideStores('in memory', open);
describePayouts('in memory', async () => {
  const ledger = new MemoryLedger();
  return {
    payouts: ledger.payoutStore,
    put: async (payout) => {
      ledger.payouts.set(payout.id, structuredClone(payout));
    },
  };
});
