import type { AdjudicationDeps } from './adjudication-deps.ts';
import { Lanes, type LaneOptions } from './lanes.ts';
import { settleBatch } from './settle-batch.ts';
import type {
  ClaimItem,
  ClaimResult,
  EventItem,
  EventResult,
  InformationItem,
  ItemResult,
  WorkItem,
} from './work-item.ts';

/** Events, claims and completions of all requests, gathered into lanes and settled in batches. */
export class Adjudicator {
  readonly #lanes: Lanes<WorkItem, ItemResult>;

  constructor(deps: AdjudicationDeps, options: LaneOptions) {
    this.#lanes = new Lanes((items) => settleBatch(deps, items), options);
  }

  async submitEvent(item: EventItem): Promise<EventResult> {
    const result = await this.#lanes.submit(item.customerKey, item);
    if (result.status === 'decided' || result.status === 'replayed' || result.status === 'refused')
      throw new Error('An event was answered as a claim');
    return result;
  }

  async submitClaim(item: ClaimItem | InformationItem): Promise<ClaimResult> {
    const result = await this.#lanes.submit(item.customerKey, item);
    if (result.status === 'decided' || result.status === 'replayed' || result.status === 'refused') return result;
    throw new Error('A claim was answered as an event');
  }
}
