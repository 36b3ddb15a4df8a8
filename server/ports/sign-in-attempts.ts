/** What came of counting one try. */
export interface CountedTry {
  /** Epoch ms until which the name is barred by an earlier try: this one was not counted, and must not be looked at. */
  readonly barredUntil?: number;
  /** Epoch ms until which this try has barred the name, as it would if it failed; absent while failures are free. */
  readonly ownBarUntil?: number;
}

/** Counts failed sign-ins by name (a keyed hash of an account or an address); a count ends after a day without one. */
export interface SignInAttempts {
  /** Epoch ms until which names are barred, of those that ever were. */
  loadBars(names: readonly string[]): Promise<Map<string, number>>;
  /**
   * Counts a try as a failure before the password is looked at, and bars the name as after that failure, in one step: of
   * many tries at once only as many are looked at as would be one after the other. `at` is epoch ms; `waitsMs` says how
   * long to bar after the first, the second … failure, its last for every further one.
   */
  count(name: string, at: number, waitsMs: readonly number[]): Promise<CountedTry>;
  /** Takes one failure back, and the bar that it began: it was none after all. */
  forgive(name: string, counted: CountedTry): Promise<void>;
  /** Forgets the failures: the sign-in went well. */
  clear(names: readonly string[]): Promise<void>;
}
