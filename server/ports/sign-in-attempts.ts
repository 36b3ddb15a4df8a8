/** Failed sign-ins of one account or one address since the last that went well. */
export interface AttemptCount {
  readonly failures: number;
  /** Epoch ms until which no attempt is looked at; absent where none is barred. */
  readonly lockedUntil?: number;
}

/** Counts failed sign-ins by name (a keyed hash of an account or an address); a count ends after a day without one. */
export interface SignInAttempts {
  load(names: readonly string[]): Promise<Map<string, AttemptCount>>;
  /** Counts one more failure before the password is looked at, so that many at once cannot outrun the count. Answers the new count. */
  count(name: string, at: number): Promise<number>;
  /** Bars a name until an instant; an earlier bar is never shortened. */
  bar(name: string, until: number): Promise<void>;
  /** Takes one failure back: it was none after all. */
  forgive(name: string): Promise<void>;
  /** Forgets the failures: the sign-in went well. */
  clear(names: readonly string[]): Promise<void>;
}
