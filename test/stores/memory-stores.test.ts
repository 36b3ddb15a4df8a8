import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import { describeOutbox } from '../suites/outbox-suite.ts';
import { describeSideStores } from '../suites/side-stores-suite.ts';
import { describeUnitOfWork } from '../suites/unit-of-work-suite.ts';

const open = async () => createMemoryStores();

describeUnitOfWork('in memory', open);
describeOutbox('in memory', open);
describeSideStores('in memory', open);
