import type { Remedy } from '../decisions/remedy.ts';

export const EFFECTS = ['grant', 'deny', 'refer', 'needs_info', 'no_action'] as const;
/** What a fired rule asserts. */
export type Effect = (typeof EFFECTS)[number];

export const STAGES = ['integrity', 'freeze', 'restore', 'billing', 'eligibility', 'quality', 'fallback'] as const;
/** Parts of a ruleset that run one after the other; they may not interleave. `integrity` and `freeze` are the preamble. */
export type Stage = (typeof STAGES)[number];

/** What a leaf compares a fact with: a literal, or a parameter by `{fact: "param.<name>"}`. */
export type Operand = string | number | boolean | readonly string[] | { readonly fact: string };
export interface Leaf {
  readonly fact: string;
  readonly operator: string;
  readonly value: Operand;
}
/** json-rules-engine's own condition tree, restricted: a group has exactly one of all, any, not. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What else happens when this rule decides. */
export interface FindingParams {
  readonly stage: Stage;
  readonly reasonCode: string;
  /** Absent where the text is silent. */
  readonly clause?: string;
  readonly remedy?: Remedy;
  /** Where a referral waits. */
  readonly queue?: string;
  /** Set the order's credits aside while a person looks. */
  readonly holdCredits?: boolean;
  /** Propose to the program that it suspends the account. */
  readonly proposeAccountAction?: 'suspend';
  /** Forfeit the wallet's credits that no hold covers while the switch `when` is on, sparing unused packs still within the window `sparing`. */
  readonly forfeitCredits?: { readonly when: string; readonly sparing: string };
}

/** One rule in json-rules-engine's JSON. Higher priority runs first; priorities are unique in a version. */
export interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: Condition;
  readonly event: { readonly type: Effect; readonly params: FindingParams };
}

export interface Ruleset {
  readonly rules: readonly Rule[];
}
