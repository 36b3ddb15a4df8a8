import { findOperator } from '../../core/policies/operators/operator-table.ts';
import type { Condition, Leaf } from '../../core/policies/ruleset.ts';

/** A condition without `not`: groups of `all` and `any` over leaves. */
export type NormalCondition =
  | Leaf
  | { readonly all: readonly NormalCondition[] }
  | { readonly any: readonly NormalCondition[] };

function complement(leaf: Leaf): Leaf {
  const found = findOperator(leaf.operator);
  if (found === null) throw new RangeError(`Unknown operator ${leaf.operator}`);
  return { ...leaf, operator: found.negated ? found.pair.operator : found.pair.complement };
}

/**
 * The same condition with every `not` pushed to the leaves, where it becomes the operator's complement. Only so does
 * a fact that is not applicable fail in both polarities. Order and number of the leaves stay as they are.
 * @throws RangeError for an unknown operator under a `not`.
 */
export function normalizeCondition(condition: Condition, negated = false): NormalCondition {
  if ('not' in condition) return normalizeCondition(condition.not, !negated);
  if ('fact' in condition) return negated ? complement(condition) : condition;
  const children = ('all' in condition ? condition.all : condition.any).map((child) =>
    normalizeCondition(child, negated),
  );
  return 'all' in condition !== negated ? { all: children } : { any: children };
}
