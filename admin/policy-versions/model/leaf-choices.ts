import { FACT_DICTIONARY, findOperator, OPERATOR_NAMES } from '../../../server/contract/policy-vocabulary.ts';
import type {
  FactType,
  Operand,
  OperandType,
  Parameter,
  ParameterKind,
} from '../../../server/contract/policy-vocabulary.ts';

const OPERANDS: Readonly<Record<ParameterKind, readonly OperandType[]>> = {
  window: ['window'],
  cap: ['cap'],
  rate: ['rate'],
  threshold: ['integer'],
  duration: ['duration'],
  switch: ['boolean'],
  list: ['list'],
  matrix: ['list'],
  choice: ['text'],
};

const FACT_TYPE_OF_KIND: Partial<Record<ParameterKind, FactType>> = { switch: 'boolean', choice: 'choice' };

/** A fact that a condition may name, with what the builder says of it. */
export interface FactChoice {
  readonly name: string;
  readonly type: FactType;
  readonly options?: readonly string[];
  readonly label: { readonly en: string; readonly zh: string };
  readonly meaning: { readonly en: string; readonly zh: string };
  readonly unit?: string;
}

/** Facts of the dictionary, then the parameters that can stand at a fact's place: switches and choices. */
export function listFactChoices(parameters: readonly Parameter[]): FactChoice[] {
  const switches = parameters.flatMap((parameter): FactChoice[] => {
    const type = FACT_TYPE_OF_KIND[parameter.kind];
    if (type === undefined) return [];
    const note = parameter.note ?? '';
    return [
      {
        name: `param.${parameter.name}`,
        type,
        label: parameter.label,
        meaning: { en: note, zh: note },
        ...(parameter.kind === 'choice' ? { options: parameter.options } : {}),
      },
    ];
  });
  return [...FACT_DICTIONARY.values(), ...switches];
}

/** Operators that take facts of a type, in the order of the table. */
export function listOperators(type: FactType): string[] {
  return OPERATOR_NAMES.filter((name) => findOperator(name)?.pair.takes.some((pair) => pair.fact === type) === true);
}

/** What an operator compares facts of a type with. */
export function operandTypesOf(type: FactType, operator: string): OperandType[] {
  const takes = findOperator(operator)?.pair.takes ?? [];
  return takes.filter((pair) => pair.fact === type).map((pair) => pair.operand);
}

/** Names of the parameters whose value an operator takes, as facts: `param.x`, of a matrix `param.x.yes` and `.no`. */
export function listParameterOperands(parameters: readonly Parameter[], types: readonly OperandType[]): string[] {
  return parameters
    .filter((parameter) => OPERANDS[parameter.kind].some((type) => types.includes(type)))
    .flatMap(({ kind, name }) => (kind === 'matrix' ? [`param.${name}.yes`, `param.${name}.no`] : [`param.${name}`]));
}

/** The operand with which a fresh comparison begins: what can be chosen first, a parameter where no literal exists. */
export function firstOperand(fact: FactChoice, operator: string, parameters: readonly Parameter[]): Operand {
  const types = operandTypesOf(fact.type, operator);
  const first = fact.options?.[0] ?? '';
  if (types.includes('boolean')) return true;
  if (types.includes('integer')) return 0;
  if (types.includes('list')) return first === '' ? [] : [first];
  if (types.includes('text')) return first;
  const [parameter] = listParameterOperands(parameters, types);
  return { fact: parameter ?? 'param.' };
}

/** Whether an operand still fits after the fact or the operator changed. */
export function fitsOperand(
  value: Operand,
  fact: FactChoice,
  operator: string,
  parameters: readonly Parameter[],
): boolean {
  const types = operandTypesOf(fact.type, operator);
  if (typeof value === 'boolean') return types.includes('boolean');
  if (typeof value === 'number') return types.includes('integer');
  const known = (item: string): boolean => fact.options?.includes(item) ?? true;
  if (typeof value === 'string') return types.includes('text') && known(value);
  if ('fact' in value) return listParameterOperands(parameters, types).includes(value.fact);
  return types.includes('list') && value.every(known);
}

/** Whether an operand is the value of a parameter. */
export function isReference(value: Operand): value is { readonly fact: string } {
  return typeof value === 'object' && 'fact' in value;
}
