import type { Calendars } from '../../core/calendars/calendar.ts';
import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { FoundOperator } from '../../core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../core/policies/operators/operator.ts';
import type { Leaf, Rule } from '../../core/policies/ruleset.ts';
import type { ParameterFact } from './list-parameter-facts.ts';
import type { OutcomeMemo } from './outcome-memo.ts';

/** A leaf of the normal form, with its parameters resolved. */
export interface CompiledLeaf {
  readonly leaf: Leaf;
  readonly found: FoundOperator;
  /** Absent while the parameter on the right-hand side is unset. */
  readonly operand?: KnownOperand;
  /** The parameter on the right-hand side. */
  readonly parameter?: ParameterFact;
  /** The parameter on the left-hand side, where it stands in a fact's place. */
  readonly factParameter?: ParameterFact;
}

/** A node of the normal form; a leaf is its index among the ruleset's leaves. */
export type CompiledNode =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'all' | 'any'; readonly children: readonly CompiledNode[] };

/** A rule in running order. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly index: number;
  /** Switched off by an unset parameter that says so. */
  readonly off: boolean;
  readonly root: CompiledNode;
  /** Its leaves are those from `firstLeaf` on. */
  readonly firstLeaf: number;
  readonly leafCount: number;
}

/** Reads the leaves' states and answers the state of a rule; see {@link Program}. */
export type GroupTest = (leafStates: Uint8Array) => number;

/** All comparisons with one fact. */
export interface FactSlot {
  readonly name: string;
  /** What `typeof` answers for a known value of the fact's type. */
  readonly kind: 'string' | 'number' | 'boolean' | 'object';
  readonly tests: readonly ((value: KnownValue, calendars: Calendars) => boolean | null)[];
  /** Index of its first comparison among all. */
  readonly firstTest: number;
}

/**
 * What runs. Equal comparisons of different leaves are made once, and the answer is written to every leaf that uses it.
 * The states are working memory of one synchronous run, each also seen four at a time, as words; what parameters alone
 * decide, and the leaves of rules that are off, are in there from the start.
 */
export interface Program {
  readonly slots: readonly FactSlot[];
  /** The users of comparison t are those from `userStarts[t]` to before `userStarts[t + 1]`. */
  readonly userStarts: Int32Array;
  /** Twice a leaf's index, plus one where it is the complement. */
  readonly users: Int32Array;
  readonly leafStates: Uint8Array;
  readonly leafWords: Uint32Array;
  readonly ruleStates: Uint8Array;
  readonly ruleWords: Uint32Array;
  readonly ruleTests: readonly GroupTest[];
  readonly memo: OutcomeMemo;
}

/** A decisive rule and its place in running order. */
export interface Decisive {
  readonly rule: Rule;
  readonly index: number;
}

/** One policy version, ready to run. Immutable but for the program's working memory. */
export interface CompiledRuleset {
  /** In running order: highest priority first. */
  readonly rules: readonly CompiledRule[];
  readonly leaves: readonly CompiledLeaf[];
  readonly decisives: readonly Decisive[];
  readonly dictionary: FactDictionary;
  readonly program: Program;
}
