/** Marks a fact that should exist and that nobody reported: a condition on it is unknown. */
export const UNKNOWN = Symbol('unknown');

/** Marks a fact that cannot exist for this subject: a condition on it fails, and so does its complement. */
export const NOT_APPLICABLE = Symbol('not applicable');

/** The kinds of value that a fact can have. */
export const FACT_TYPES = [
  'choice',
  'text',
  'boolean',
  'integer',
  'list',
  'interval',
  'timeline',
  'ratio',
  'duration',
] as const;

/** One of {@link FACT_TYPES}. */
export type FactType = (typeof FACT_TYPES)[number];

/** A span between two instants (epoch ms) with the IANA zone in which its days are counted. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** Past instants (epoch ms, ascending) seen from `at`, the decision's instant. `truncated`: older or more ones exist than are held. */
export interface Timeline {
  readonly instants: readonly number[];
  readonly at: number;
  readonly truncated?: boolean;
}

/** Instants (epoch ms, ascending) of a part among those of its whole, seen from `at`. */
export interface RatioHistory {
  readonly part: readonly number[];
  readonly whole: readonly number[];
  readonly at: number;
  readonly truncated?: boolean;
}

/** A known value. A duration is an integer of milliseconds. */
export type KnownValue = string | number | boolean | readonly string[] | Interval | Timeline | RatioHistory;

/** What a derivation answers for one fact. */
export type FactValue = KnownValue | typeof UNKNOWN | typeof NOT_APPLICABLE;

/** The facts of one case record, by name (contract: `claim.reason`, `order.paidToClaim`, …). */
export type Facts = Readonly<Record<string, FactValue>>;
