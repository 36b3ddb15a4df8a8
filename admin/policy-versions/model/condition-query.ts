import type { Condition, Leaf, Operand } from '../../../server/contract/policy-vocabulary.ts';

/** How the parts of a group are joined. A `not` denies one part; of several, it denies that all of them hold. */
const COMBINATORS = ['all', 'any', 'not'] as const;
type Combinator = (typeof COMBINATORS)[number];

/** A leaf as the query builder holds it. */
export interface QueryRule {
  readonly id?: string;
  readonly field: string;
  readonly operator: string;
  readonly value: Operand;
}

/** A group as the query builder holds it. */
export interface QueryGroup {
  readonly id?: string;
  readonly combinator: Combinator;
  readonly rules: readonly (QueryGroup | QueryRule)[];
}

/** Reads a condition tree of json-rules-engine's format into the builder's; nothing is lost on the way there and back. */
export function toQuery(condition: Condition): QueryGroup | QueryRule {
  if ('all' in condition) return { combinator: 'all', rules: condition.all.map(toQuery) };
  if ('any' in condition) return { combinator: 'any', rules: condition.any.map(toQuery) };
  if ('not' in condition) return { combinator: 'not', rules: [toQuery(condition.not)] };
  return { field: condition.fact, operator: condition.operator, value: condition.value };
}

/** {@link toQuery} of a whole rule: the builder needs a group at the top, and so does json-rules-engine. */
export function toRootQuery(condition: Condition): QueryGroup {
  const query = toQuery(condition);
  return isGroup(query) ? query : { combinator: 'all', rules: [query] };
}

/** Writes what the builder holds as json-rules-engine reads it: exactly one of all, any, not in a group. */
export function toCondition(query: QueryGroup | QueryRule): Condition {
  if (!isGroup(query)) return toLeaf(query);
  const parts = query.rules.map(toCondition);
  if (query.combinator === 'any') return { any: parts };
  if (query.combinator === 'all') return { all: parts };
  const [only, ...others] = parts;
  return { not: only !== undefined && others.length === 0 ? only : { all: parts } };
}

/** Whether a node of the builder is a group. */
export function isGroup(query: QueryGroup | QueryRule): query is QueryGroup {
  return 'rules' in query;
}

function toLeaf({ field, operator, value }: QueryRule): Leaf {
  return { fact: field, operator, value };
}
