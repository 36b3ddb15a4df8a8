const MINUTE_MS = 60_000;
const MAX_NAMES = 10_000;

/** Lets so many things a minute through per name: what anybody can cause without end must not fill the audit. */
export class Quota {
  readonly #perMinute: number;
  readonly #counts = new Map<string, { since: number; count: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Whether one more may pass. `at` is epoch ms. */
  take(name: string, at: number): boolean {
    const known = this.#counts.get(name);
    if (known !== undefined && at - known.since < MINUTE_MS) {
      known.count += 1;
      return known.count <= this.#perMinute;
    }
    if (this.#counts.size >= MAX_NAMES) this.#counts.clear();
    this.#counts.set(name, { since: at, count: 1 });
    return true;
  }
}
