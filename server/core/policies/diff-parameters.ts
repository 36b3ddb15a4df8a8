import { canonicalise } from '../records/canonical.ts';
import {
  wordCellChange,
  wordParameterFrame,
  wordParameterPresence,
  wordProvenanceChange,
  wordValueChange,
} from '../sentences/word-change.ts';
import type { MatrixParameter, Parameter } from './parameter.ts';
import type { DiffItem } from './diff-item.ts';

const valueText = (parameter: Parameter): string =>
  parameter.value === undefined ? '' : canonicalise(parameter.value);

/** Whether two parameters have the same value; where it comes from does not count. */
function isSameValue(before: Parameter, after: Parameter): boolean {
  return before.kind === after.kind && valueText(before) === valueText(after);
}

/** Names of the parameters whose values differ between two lists, those that one of them lacks included. */
export function listChangedParameters(before: readonly Parameter[], after: readonly Parameter[]): string[] {
  const was = new Map(before.map((one) => [one.name, one]));
  const changed = after.filter((one) => {
    const old = was.get(one.name);
    return old === undefined || !isSameValue(old, one);
  });
  const kept = new Set(after.map((one) => one.name));
  return [...changed.map((one) => one.name), ...before.filter((one) => !kept.has(one.name)).map((one) => one.name)];
}

/** Changes between two lists of parameters, in the order of the newer one. */
export function diffParameters(before: readonly Parameter[], after: readonly Parameter[]): DiffItem[] {
  const was = new Map(before.map((one) => [one.name, one]));
  const is = new Set(after.map((one) => one.name));
  const items = after.flatMap((one) => {
    const old = was.get(one.name);
    return old === undefined ? [presence(one, 'added')] : diffParameter(old, one);
  });
  const removed = before.filter((one) => !is.has(one.name)).map((one) => presence(one, 'removed'));
  const kept = before.filter((one) => is.has(one.name)).map((one) => one.name);
  const order = after.filter((one) => was.has(one.name)).map((one) => one.name);
  return [...items, ...removed, ...(kept.join() === order.join() ? [] : [REORDERED])];
}

const REORDERED: DiffItem = {
  kind: 'parameter',
  change: 'moved',
  name: 'order',
  sentence: { en: 'Parameters are shown in another order', zh: '参数显示顺序已改变' },
};

function frame(parameter: Parameter): Pick<DiffItem, 'clause' | 'unit'> {
  const [clause] = parameter.clauses;
  return { ...(clause === undefined ? {} : { clause }), ...unitOf(parameter) };
}

function unitOf(parameter: Parameter): { readonly unit?: string } {
  switch (parameter.kind) {
    case 'threshold':
      return { unit: parameter.unit };
    case 'window':
    case 'duration':
      return parameter.value === undefined ? {} : { unit: parameter.value.unit };
    case 'cap':
    case 'rate':
      return parameter.value === undefined ? {} : { unit: parameter.value.per.unit };
    default:
      return {};
  }
}

function presence(parameter: Parameter, change: 'added' | 'removed'): DiffItem {
  const value =
    parameter.value === undefined ? {} : change === 'added' ? { new: parameter.value } : { old: parameter.value };
  return {
    kind: 'parameter',
    change,
    name: parameter.name,
    sentence: wordParameterPresence(parameter),
    ...frame(parameter),
    ...value,
  };
}

function diffParameter(before: Parameter, after: Parameter): DiffItem[] {
  const items: DiffItem[] = [];
  const head = { kind: 'parameter', change: 'changed', name: after.name, ...frame(after) } as const;
  if (!isSameValue(before, after)) items.push(...diffValue(before, after, head));
  else if (before.provenance !== after.provenance)
    items.push({
      ...head,
      sentence: wordProvenanceChange(before, after),
      old: before.provenance,
      new: after.provenance,
    });
  const properties = listOtherProperties(before, after);
  if (properties.length > 0) items.push({ ...head, sentence: wordParameterFrame(after, properties) });
  return items;
}

function diffValue(before: Parameter, after: Parameter, head: Omit<DiffItem, 'sentence'>): DiffItem[] {
  if (before.kind === 'matrix' && after.kind === 'matrix' && hasSameGrid(before, after))
    return diffCells(before, after, head);
  return [
    {
      ...head,
      sentence: wordValueChange(before, after),
      ...(before.value === undefined ? {} : { old: before.value }),
      ...(after.value === undefined ? {} : { new: after.value }),
    },
  ];
}

function hasSameGrid(before: MatrixParameter, after: MatrixParameter): boolean {
  const grid = ({ value }: MatrixParameter): string =>
    value === undefined ? '' : canonicalise([value.rows, value.columns]);
  return before.value !== undefined && grid(before) === grid(after);
}

function diffCells(before: MatrixParameter, after: MatrixParameter, head: Omit<DiffItem, 'sentence'>): DiffItem[] {
  const { rows = [], columns = [] } = after.value ?? {};
  return rows.flatMap((row) =>
    columns.flatMap((column): DiffItem[] => {
      const [was, is] = [before.value?.cells[row]?.[column], after.value?.cells[row]?.[column]];
      if (was === is) return [];
      return [
        {
          ...head,
          kind: 'matrix',
          name: `${after.name}/${row}/${column}`,
          sentence: wordCellChange(row, column, was, is),
          old: was,
          new: is,
        },
      ];
    }),
  );
}

/** Properties beside the value and where it comes from; the provenance counts where it changed along with a value without being told. */
function listOtherProperties(before: Parameter, after: Parameter): string[] {
  const [was, is]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
    (name) => name !== 'value' && name !== 'provenance',
  );
  return names.filter((name) => canonicalise([was?.[name] ?? null]) !== canonicalise([is?.[name] ?? null])).toSorted();
}
