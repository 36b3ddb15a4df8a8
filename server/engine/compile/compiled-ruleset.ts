import type { Calendars } from '../../core/calendars/calendar.ts';
import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { FactValue, KnownValue } from '../../core/facts/fact-value.ts';
import type { FoundOperator } from '../../core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../core/policies/operators/operator.ts';
import type { Leaf, Rule } from '../../core/policies/ruleset.ts';
import type { ParameterFact } from './list-parameter-facts.ts';

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

/** Reads the states of comparisons and answers the state of a rule; see {@link Program}. */
export type GroupTest = (states: Uint8Array) => number;

/** All comparisons with one fact. */
export interface FactSlot {
  readonly name: string;
  /** What `typeof` answers for a known value of the fact's type. */
  readonly kind: 'string' | 'number' | 'boolean' | 'object';
  readonly tests: readonly ((value: KnownValue, calendars: Calendars) => boolean | null)[];
  /** Index of the first comparison's state. */
  readonly firstState: number;
}

/**
 * What runs. Equal comparisons of different leaves are made once: each has two neighbouring states, its own and its
 * complement's, and a leaf points at one of them.
 */
export interface Program {
  readonly slots: readonly FactSlot[];
  /** Working memory of one synchronous run; what parameters alone decide is in it from the start. */
  readonly states: Uint8Array;
  readonly ruleStates: Uint8Array;
  readonly ruleTests: readonly GroupTest[];
  /** For each leaf, the index of its state. */
  readonly leafStates: Int32Array;
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

/** What a leaf's left-hand side is worth in these facts: a parameter's value, or the fact's. */
export type ReadLeafValue = (leaf: CompiledLeaf) => FactValue;
