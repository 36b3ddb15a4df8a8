import { resolveDurationMs } from '../core/calendars/window.ts';
import { diffContents } from '../core/policies/diff-contents.ts';
import type { DiffItem } from '../core/policies/diff-item.ts';
import { FACT_DICTIONARY } from '../core/facts/dictionary.ts';
import type { FactType } from '../core/facts/fact-value.ts';
import { findOperator, OPERATOR_NAMES } from '../core/policies/operators/operator-table.ts';
import type { OperandType } from '../core/policies/operators/operator.ts';
import { COUNTINGS, TIME_UNITS } from '../core/policies/parameter.ts';
import type {
  Bounds,
  CapValue,
  DurationValue,
  MatrixCell,
  MatrixValue,
  Parameter,
  ParameterKind,
  RateValue,
  TimeUnit,
  WindowValue,
} from '../core/policies/parameter.ts';
import type { PolicyContent } from '../core/policies/policy-version.ts';
import { FLOOR_POLICY, VERSION_BASES } from '../core/policies/policy-version.ts';
import { EFFECTS, STAGES } from '../core/policies/ruleset.ts';
import type { Condition, Effect, Leaf, Operand, Rule, Stage } from '../core/policies/ruleset.ts';
import { REMEDIES } from '../core/decisions/remedy.ts';

/** What an editor of policies needs of core: the shapes of a policy, and the words and types that rules may use. */
export type {
  Bounds,
  CapValue,
  Condition,
  DiffItem,
  DurationValue,
  Effect,
  FactType,
  Leaf,
  MatrixCell,
  MatrixValue,
  Operand,
  OperandType,
  Parameter,
  ParameterKind,
  PolicyContent,
  RateValue,
  Rule,
  Stage,
  TimeUnit,
  WindowValue,
};
export {
  COUNTINGS,
  diffContents,
  EFFECTS,
  FACT_DICTIONARY,
  findOperator,
  FLOOR_POLICY,
  OPERATOR_NAMES,
  REMEDIES,
  resolveDurationMs,
  STAGES,
  TIME_UNITS,
  VERSION_BASES,
};

/** The value of a parameter, whatever its kind. */
export type ParameterValue = NonNullable<Parameter['value']>;
