import { parameterNameSchema } from '../../../server/contract/rules/names.ts';
import type { Condition, Operand, Parameter, PolicyContent } from '../../../server/contract/policy-vocabulary.ts';

/** An operand that stands in the rule itself. */
export type Literal = Exclude<Operand, { readonly fact: string }>;

/** What an owner says of a parameter that is made from a literal. `min` and `max` count for a number alone. */
export interface ParameterFrame {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly clauses: readonly string[];
  readonly options?: readonly string[];
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/** The parameter that a literal becomes: a switch, a threshold, a choice or a list with the literal as its value. */
export function makeParameter(value: Literal, frame: ParameterFrame): Parameter {
  const { name, label, clauses, options, unit, min, max } = frame;
  const shared = { name, label, clauses, provenance: 'confirmed' } as const;
  if (typeof value === 'boolean') return { ...shared, kind: 'switch', value };
  if (typeof value === 'number') return { ...shared, kind: 'threshold', value, unit, bounds: { min, max } };
  if (typeof value === 'string') return { ...shared, kind: 'choice', value, options: options ?? [value] };
  return { ...shared, kind: 'list', value, ...(options === undefined ? {} : { options }) };
}

/** Why a name cannot be a parameter's; null where it can. */
export function checkParameterName(name: string, parameters: readonly Parameter[]): 'form' | 'taken' | null {
  if (!parameterNameSchema.safeParse(name).success) return 'form';
  return parameters.some((one) => one.name === name) ? 'taken' : null;
}

/** The content with one more parameter. */
export function addParameter(content: PolicyContent, parameter: Parameter): PolicyContent {
  return { ...content, parameters: [...content.parameters, parameter] };
}

/**
 * The condition with another operand at a path of indexes, as the builder counts them: a lone comparison stands at [0], and
 * a denied part is the first of its group.
 */
export function replaceOperand(condition: Condition, path: readonly number[], value: Operand): Condition {
  const [at, ...rest] = path;
  if ('fact' in condition) return path.length <= 1 ? { ...condition, value } : condition;
  if (at === undefined) return condition;
  const inside = (parts: readonly Condition[]): Condition[] =>
    parts.map((part, index) => (index === at ? descend(part, rest, value) : part));
  if ('all' in condition) return { all: inside(condition.all) };
  if ('any' in condition) return { any: inside(condition.any) };
  return at === 0 ? { not: descend(condition.not, rest, value) } : condition;
}

function descend(part: Condition, rest: readonly number[], value: Operand): Condition {
  if ('fact' in part) return rest.length === 0 ? { ...part, value } : part;
  return replaceOperand(part, rest, value);
}
