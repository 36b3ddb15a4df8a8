import type { Facts } from '../../core/facts/fact-value.ts';
import type { Parameter } from '../../core/policies/parameter.ts';

/** A value that a parameter could have as well, in words. */
export interface ParameterVariant {
  readonly name: string;
  readonly value: unknown;
}

/**
 * The neighbours of a value that has no order: a switch's two positions; a list as it is and without each member; of a
 * matrix, the three states of the cell that the case is about; a choice's options. The others have none.
 */
export function varyParameter(parameter: Parameter, deriveFacts: () => Facts): ParameterVariant[] {
  switch (parameter.kind) {
    case 'switch':
      return [
        { name: 'on', value: true },
        { name: 'off', value: false },
      ];
    case 'choice':
      return parameter.options.map((value) => ({ name: value, value }));
    case 'list': {
      const members = parameter.value ?? [];
      return [
        { name: 'as it is', value: members },
        ...members.map((one) => ({ name: `without ${one}`, value: members.filter((member) => member !== one) })),
      ];
    }
    case 'matrix': {
      const { value } = parameter;
      const [row = '', column = ''] = String(deriveFacts()['generation.featurePlatform']).split('/');
      const line = value?.cells[row];
      if (!value || line?.[column] === undefined) return [];
      return (['yes', 'no', 'unset'] as const).map((cell) => ({
        name: `${row}/${column} ${cell}`,
        value: { ...value, cells: { ...value.cells, [row]: { ...line, [column]: cell } } },
      }));
    }
    default:
      return [];
  }
}
