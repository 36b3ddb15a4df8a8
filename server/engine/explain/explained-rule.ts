import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { KnownOperand, Words } from '../../core/policies/operators/operator.ts';
import type { Effect, Stage } from '../../core/policies/ruleset.ts';
import type { Remedy } from '../../core/decisions/remedy.ts';
import type { StateWord } from '../compile/states.ts';

/** A comparison of the normal form with everything that a reader wants to know. */
export interface ExplainedLeaf {
  readonly type: 'leaf';
  readonly state: StateWord;
  readonly fact: string;
  readonly operator: string;
  /** Null where the fact was unknown or not applicable. */
  readonly actual: KnownValue | null;
  /** Null for an unset parameter. */
  readonly operand: KnownOperand | null;
  /** Name of the parameter that the operand comes from. */
  readonly parameter: string | null;
  /** The smallest change, in the operator's own unit, that would turn the comparison; null where it cannot be told. */
  readonly margin: number | null;
  /** What was found to be so: always a true statement, whatever the state; where it failed, also by how much or what the condition asks for. */
  readonly sentence: Words;
}

/** A group of the normal form. */
interface ExplainedGroup {
  readonly type: 'all' | 'any';
  readonly state: StateWord;
  readonly nodes: readonly ExplainedNode[];
}

export type ExplainedNode = ExplainedLeaf | ExplainedGroup;

/** A rule as it was run. */
export interface ExplainedRule {
  readonly name: string;
  readonly stage: Stage;
  readonly priority: number;
  readonly effect: Effect;
  readonly remedy: Remedy | null;
  readonly reasonCode: string;
  readonly clauseId: string | null;
  readonly state: StateWord;
  /** Whether it decided: the first that held, with no unknown rule above it. */
  readonly decisive: boolean;
  readonly conditions: ExplainedNode;
}
