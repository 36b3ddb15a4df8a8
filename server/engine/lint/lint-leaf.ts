import { findOperator } from '../../core/policies/operators/operator-table.ts';
import type { OperandType } from '../../core/policies/operators/operator.ts';
import { checkKeys, isInteger, isJsonObject, pointTo, readOwn, type JsonObject } from './check-shape.ts';
import type { LeftSide, LintContext } from './lint-context.ts';

/** The parameter's name of `param.x`, `param.x.yes` and `param.x.no`. */
function cutParameterName(reference: string): string {
  return reference.slice('param.'.length).replace(/\.(?:yes|no)$/, '');
}

/** A reference to a parameter that exists and is unsound has been reported where it stands. */
function reportUnknownParameter(reference: string, path: string, context: LintContext): void {
  const name = cutParameterName(reference);
  if (context.parameterNames.has(name) && context.parameters.has(`param.${name}.yes`)) {
    context.report('unknown_parameter', path, `${name} is a matrix: write param.${name}.yes or param.${name}.no.`);
  } else if (!context.parameterNames.has(name) || reference !== `param.${name}`) {
    context.report('unknown_parameter', path, `There is no parameter ${reference}.`);
  }
}

function findLeftSide(fact: unknown, path: string, context: LintContext): LeftSide | null {
  if (typeof fact !== 'string') {
    context.report('wrong_type', path, 'A fact is given by its name, a text.');
    return null;
  }
  if (!fact.startsWith('param.')) {
    const definition = context.dictionary.get(fact);
    if (definition === undefined) context.report('unknown_fact', path, `There is no fact ${fact}.`);
    return definition ?? null;
  }
  const parameter = context.parameters.get(fact);
  if (parameter === undefined) {
    reportUnknownParameter(fact, path, context);
    return null;
  }
  const { factType, parameter: declared } = parameter;
  if (factType === undefined) {
    context.report('fact_type', path, `A ${declared.kind} cannot stand in a fact's place; compare a fact with it.`);
    return null;
  }
  const options = 'options' in declared && declared.options !== undefined ? { options: declared.options } : {};
  return { type: factType, ...options };
}

/** The operand as its type and, where they can be checked, the texts in it. */
interface RightSide {
  readonly type: OperandType;
  readonly texts: readonly string[];
}

function describeTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((element): element is string => typeof element === 'string') : [];
}

function findLiteral(value: unknown, path: string, context: LintContext): RightSide | null {
  if (typeof value === 'string') return { type: 'text', texts: [value] };
  if (typeof value === 'boolean') return { type: 'boolean', texts: [] };
  if (isInteger(value)) return { type: 'integer', texts: [] };
  if (Array.isArray(value) && value.every((element) => typeof element === 'string')) {
    if (value.length === 0) context.report('empty_list', path, 'The list is empty: name what to compare with.');
    if (new Set(value).size < value.length) context.report('bad_value', path, 'The list names something twice.');
    return { type: 'list', texts: value };
  }
  context.report(
    'wrong_type',
    path,
    'Compare with a text, a whole number, true or false, a list of texts, or a parameter.',
  );
  return null;
}

function findRightSide(value: unknown, path: string, context: LintContext): RightSide | null {
  if (!isJsonObject(value)) return findLiteral(value, path, context);
  if (!checkKeys(value, { required: ['fact'] }, path, context.report)) return null;
  const reference = readOwn(value, 'fact');
  const at = pointTo(path, 'fact');
  if (typeof reference !== 'string' || !reference.startsWith('param.')) {
    context.report(
      'unknown_parameter',
      at,
      'A condition compares with a parameter, named param.<name>, not with another fact.',
    );
    return null;
  }
  const parameter = context.parameters.get(reference);
  if (parameter === undefined) {
    reportUnknownParameter(reference, at, context);
    return null;
  }
  // A matrix names cells of all kinds of things; only what it compares with a closed set could be told.
  return {
    type: parameter.operandType,
    texts: parameter.parameter.kind === 'matrix' ? [] : describeTexts(parameter.value),
  };
}

function checkTypes(operator: string, left: LeftSide, right: RightSide, path: string, context: LintContext): void {
  const found = findOperator(operator);
  if (found === null) return;
  const ofFact = found.pair.takes.filter(({ fact }) => fact === left.type);
  if (ofFact.length === 0) {
    const takes = [...new Set(found.pair.takes.map(({ fact }) => fact))].join(' or ');
    context.report(
      'fact_type',
      pointTo(path, 'operator'),
      `${operator} compares a ${takes}, and this fact is a ${left.type}.`,
    );
  } else if (!ofFact.some(({ operand }) => operand === right.type)) {
    const wanted = ofFact.map(({ operand }) => operand).join(' or ');
    context.report(
      'operand_type',
      pointTo(path, 'value'),
      `${operator} needs a ${wanted} here, and this is a ${right.type}.`,
    );
  } else if (left.options !== undefined) {
    const strange = right.texts.filter((text) => left.options?.includes(text) !== true);
    if (strange.length > 0) {
      context.report('unknown_option', pointTo(path, 'value'), `The fact never has the value ${strange.join(', ')}.`);
    }
  }
}

/** Checks one leaf: its keys, names, and that fact, operator and operand fit each other. */
export function lintLeaf(leaf: JsonObject, path: string, context: LintContext): void {
  if (!checkKeys(leaf, { required: ['fact', 'operator', 'value'] }, path, context.report)) return;
  const operator = readOwn(leaf, 'operator');
  const left = findLeftSide(readOwn(leaf, 'fact'), pointTo(path, 'fact'), context);
  const right = findRightSide(readOwn(leaf, 'value'), pointTo(path, 'value'), context);
  if (typeof operator !== 'string' || findOperator(operator) === null) {
    context.report('unknown_operator', pointTo(path, 'operator'), `There is no operator ${String(operator)}.`);
  } else if (left !== null && right !== null) {
    checkTypes(operator, left, right, path, context);
  }
}
