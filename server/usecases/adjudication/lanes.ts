/** Runs batches of one lane; results in the order of the items. */
export type BatchRunner<Item, Result> = (items: readonly Item[]) => Promise<Result[]>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** How many lanes there are, and how many items a batch takes at most. */
export interface LaneOptions {
  readonly lanes: number;
  readonly batchSize: number;
}

/**
 * Gathers concurrent work into lanes by customer, one batch in flight a lane. A lone item goes at once; whatever
 * arrives while a batch is in flight forms the next one, so that the batch grows with the load and nobody waits for a timer.
 */
export class Lanes<Item, Result> {
  readonly #queues: Waiting<Item, Result>[][];
  readonly #busy: boolean[];
  readonly #options: LaneOptions;
  readonly #run: BatchRunner<Item, Result>;

  constructor(run: BatchRunner<Item, Result>, options: LaneOptions) {
    this.#run = run;
    this.#options = options;
    this.#queues = Array.from({ length: options.lanes }, () => []);
    this.#busy = Array.from({ length: options.lanes }, () => false);
  }

  /** Settles when the item's batch has committed. Items of one `key` run in order of submission. */
  submit(key: string, item: Item): Promise<Result> {
    const lane = hashKey(key) % this.#options.lanes;
    return new Promise((resolve, reject) => {
      this.#queues[lane]?.push({ item, resolve, reject });
      // A turn of the event loop lets requests of the same socket read, and items of the same event batch, join.
      if (this.#busy[lane] !== true) {
        this.#busy[lane] = true;
        setImmediate(() => void this.#drain(lane));
      }
    });
  }

  async #drain(lane: number): Promise<void> {
    const queue = this.#queues[lane] ?? [];
    while (queue.length > 0) {
      const batch = queue.splice(0, this.#options.batchSize);
      try {
        const results = await this.#run(batch.map((waiting) => waiting.item));
        batch.forEach((waiting, index) => {
          const result = results[index];
          if (result === undefined) waiting.reject(new Error('A batch answered fewer results than it was given items'));
          else waiting.resolve(result);
        });
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
    this.#busy[lane] = false;
  }
}

/** FNV-1a: spreads customers over lanes, nothing more. */
function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
