import { FACT_DICTIONARY } from '../../../server/core/facts/dictionary.ts';
import type { PolicyUseCases } from '../../../server/http/policy-use-cases.ts';
import { createPolicyFiles } from '../../../server/main/policy-files.ts';
import { createPolicyUseCases } from '../../../server/main/policy-use-cases.ts';
import type { DraftDeps } from '../../../server/usecases/drafts/draft-deps.ts';
import { ServiceWorld } from '../service-world.ts';

const files = createPolicyFiles();

/** The life of policy versions over stores in memory, beside claims that are decided by them; time in the test's hand. */
export class DraftWorld {
  readonly service: ServiceWorld;
  readonly deps: DraftDeps;
  readonly api: PolicyUseCases;

  private constructor(service: ServiceWorld) {
    const { stores, deps } = service;
    this.service = service;
    this.deps = {
      ...stores,
      trail: stores.auditTrail,
      catalogue: deps.catalogue,
      dictionary: FACT_DICTIONARY,
      calendars: deps.calendars,
      files,
      findNames: async () => new Map(),
      clock: deps.clock,
      ids: deps.ids,
      log: service.log,
    };
    this.api = createPolicyUseCases(this.deps);
  }

  /** A world in which these programs and the floor are published. */
  static async of(...programs: string[]): Promise<DraftWorld> {
    return new DraftWorld(await ServiceWorld.of(...programs));
  }

  /** What was noted of policies in the audit, in order. */
  get audited(): string[] {
    return [...this.service.stores.tables.auditEvents.values()].map(({ action }) => action);
  }
}
