import { wordChoice } from '../facts/word-choice.ts';
import type { Words } from '../policies/operators/operator.ts';
import { wordOperand } from '../policies/operators/word-values.ts';
import type { MatrixCell, MatrixValue, Parameter, Provenance } from '../policies/parameter.ts';

/** A parameter without a value. */
export const NOT_SET: Words = { en: 'Not set', zh: '未设置' };

const CELLS: Readonly<Record<MatrixCell, Words>> = {
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  unset: { en: 'not listed', zh: '未列出' },
};

const PROVENANCES: Readonly<Record<Provenance, Words>> = {
  stated: { en: 'stated in the published text', zh: '公开条款所述' },
  assumed: { en: 'assumed', zh: '假定' },
  confirmed: { en: 'confirmed by an owner', zh: '已由负责人确认' },
  unset: { en: 'not set', zh: '未设置' },
};

/** One state of a matrix cell. */
export function wordCell(cell: MatrixCell | undefined): Words {
  return cell === undefined ? CELLS.unset : CELLS[cell];
}

/** Where a value comes from. */
export function wordProvenance(provenance: Provenance): Words {
  return PROVENANCES[provenance];
}

function wordMatrix({ rows, columns, cells }: MatrixValue): Words {
  const all = rows.flatMap((row) => columns.map((column) => cells[row]?.[column] ?? 'unset'));
  const count = (cell: MatrixCell): number => all.filter((one) => one === cell).length;
  return {
    en: `${count('yes')} yes, ${count('no')} no, ${count('unset')} not listed`,
    zh: `${count('yes')} 是，${count('no')} 否，${count('unset')} 未列出`,
  };
}

/** A parameter's value as sentences show it, with its unit; "Not set" where it has none. */
export function wordParameterValue(parameter: Parameter): Words {
  if (parameter.value === undefined) return NOT_SET;
  switch (parameter.kind) {
    case 'switch':
      return parameter.value ? { en: 'on', zh: '开启' } : { en: 'off', zh: '关闭' };
    case 'threshold':
      return { en: `${parameter.value} ${parameter.unit}`, zh: `${parameter.value}（${parameter.unit}）` };
    case 'matrix':
      return wordMatrix(parameter.value);
    case 'list':
      return parameter.value.length === 0 ? { en: 'nothing', zh: '无' } : wordOperand(parameter.value, wordChoice);
    case 'window':
      return parameter.value.counting === 'elapsed'
        ? withExactHours(wordOperand(parameter.value))
        : wordOperand(parameter.value);
    default:
      return wordOperand(parameter.value, wordChoice);
  }
}

function withExactHours({ en, zh }: Words): Words {
  return { en: `${en}, exact hours`, zh: `${zh}（按小时精确计算）` };
}
