import type { FactType } from './fact-value.ts';

/**
 * What the dictionary says of one fact. A duration's unit is `ms`; an interval, a timeline and a ratio history hold
 * instants in epoch ms; an amount's unit is `minor`, a count's `credits` or `count`.
 */
export interface FactDefinition {
  /** Flat dotted name, such as `order.paidToClaim`; never begins with `param.`. */
  readonly name: string;
  readonly type: FactType;
  /** The closed set of values of a choice, or of a list's elements; absent where any text may come. */
  readonly options?: readonly string[];
  readonly unit?: string;
  /** Whether every case has it: it is never unknown and never without application. */
  readonly always?: true;
  /** Where the value comes from in the case record, in words. */
  readonly source: string;
  readonly meaning: { readonly en: string; readonly zh: string };
  /** A short noun phrase with which sentences about the fact begin. */
  readonly label: { readonly en: string; readonly zh: string };
}

/** All facts that rules may name, by name. */
export type FactDictionary = ReadonlyMap<string, FactDefinition>;
