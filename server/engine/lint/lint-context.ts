import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { FactType } from '../../core/facts/fact-value.ts';
import type { ParameterFact } from '../compile/list-parameter-facts.ts';
import type { Report } from './lint-issue.ts';

/** What the checks of one policy look things up in. */
export interface LintContext {
  readonly dictionary: FactDictionary;
  /** The parameters that passed their own checks, as rules name them. */
  readonly parameters: ReadonlyMap<string, ParameterFact>;
  /** Names of all parameters that the policy has, sound or not, so that one mistake is not reported twice. */
  readonly parameterNames: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  readonly report: Report;
}

/** The left-hand side of a leaf. */
export interface LeftSide {
  readonly type: FactType;
  /** The values that it can have, where they are a closed set. */
  readonly options?: readonly string[];
}
