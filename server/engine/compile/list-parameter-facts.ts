import type { FactType } from '../../core/facts/fact-value.ts';
import type { KnownOperand, OperandType } from '../../core/policies/operators/operator.ts';
import type { MatrixCell, MatrixParameter, Parameter, ParameterKind } from '../../core/policies/parameter.ts';

/** A parameter as rules read it. A matrix gives two: `param.x.yes` and `param.x.no`, lists of `row/column`. */
export interface ParameterFact {
  /** `param.<name>`, and `.yes` or `.no` for a matrix. */
  readonly name: string;
  readonly parameter: Parameter;
  readonly operandType: OperandType;
  /** Its type on a condition's left-hand side; absent where it cannot stand there. */
  readonly factType?: FactType;
  /** Absent while the parameter is unset. */
  readonly value?: KnownOperand;
}

const OPERAND_TYPE_OF: Readonly<Record<ParameterKind, OperandType>> = {
  window: 'window',
  cap: 'cap',
  rate: 'rate',
  threshold: 'integer',
  duration: 'duration',
  switch: 'boolean',
  list: 'list',
  matrix: 'list',
  choice: 'text',
};

const FACT_TYPE_OF: Readonly<Partial<Record<ParameterKind, FactType>>> = {
  threshold: 'integer',
  switch: 'boolean',
  list: 'list',
  matrix: 'list',
  choice: 'choice',
};

/** Cells of a matrix that hold `wanted`, as `row/column`, row by row; undefined while the matrix is unset. */
function listCells(parameter: MatrixParameter, wanted: MatrixCell): string[] | undefined {
  const matrix = parameter.value;
  if (matrix === undefined) return undefined;
  return matrix.rows.flatMap((row) =>
    matrix.columns.filter((column) => matrix.cells[row]?.[column] === wanted).map((column) => `${row}/${column}`),
  );
}

function describe(name: string, parameter: Parameter, value: KnownOperand | undefined): ParameterFact {
  const factType = FACT_TYPE_OF[parameter.kind];
  return {
    name,
    parameter,
    operandType: OPERAND_TYPE_OF[parameter.kind],
    ...(factType === undefined ? {} : { factType }),
    ...(value === undefined ? {} : { value }),
  };
}

/** The names that rules may use for these parameters, each with its type and value. */
export function listParameterFacts(parameters: readonly Parameter[]): ReadonlyMap<string, ParameterFact> {
  const found = new Map<string, ParameterFact>();
  for (const parameter of parameters) {
    const name = `param.${parameter.name}`;
    if (parameter.kind === 'matrix') {
      found.set(`${name}.yes`, describe(`${name}.yes`, parameter, listCells(parameter, 'yes')));
      found.set(`${name}.no`, describe(`${name}.no`, parameter, listCells(parameter, 'no')));
    } else {
      found.set(name, describe(name, parameter, parameter.value));
    }
  }
  return found;
}

/** Whether every rule that rests on this parameter is switched off at present. */
export function isSwitchedOff({ parameter, value }: ParameterFact): boolean {
  return value === undefined && parameter.whenUnset === 'off';
}
