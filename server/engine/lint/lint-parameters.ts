import { PARAMETER_KINDS, PROVENANCES, type Parameter, type ParameterKind } from '../../core/policies/parameter.ts';
import { checkKeys, isInteger, isJsonObject, pointTo, readOwn, type JsonObject } from './check-shape.ts';
import type { Report } from './lint-issue.ts';
import { lintParameterValue } from './lint-parameter-value.ts';

const REQUIRED = ['name', 'kind', 'label', 'provenance', 'clauses'];
const OPTIONAL = ['value', 'whenUnset', 'note'];
const EXTRA_KEYS: Readonly<
  Record<ParameterKind, { readonly required: readonly string[]; readonly optional: readonly string[] }>
> = {
  window: { required: ['bounds'], optional: [] },
  cap: { required: ['bounds'], optional: [] },
  rate: { required: ['bounds'], optional: [] },
  threshold: { required: ['bounds', 'unit'], optional: [] },
  duration: { required: ['bounds'], optional: [] },
  switch: { required: [], optional: [] },
  list: { required: [], optional: ['options'] },
  matrix: { required: [], optional: [] },
  choice: { required: ['options'], optional: [] },
};
const NAME = /^[a-z][A-Za-z0-9]*$/;

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function checkLabel(label: unknown, path: string, report: Report): void {
  const sound =
    isJsonObject(label) &&
    [readOwn(label, 'en'), readOwn(label, 'zh')].every((text) => typeof text === 'string' && text !== '');
  if (!sound) report('bad_value', path, 'A label has a text in English (en) and one in Chinese (zh).');
}

function checkClauses(clauses: unknown, known: ReadonlySet<string>, path: string, report: Report): void {
  if (!Array.isArray(clauses)) {
    report('wrong_type', path, 'clauses is a list of clause ids.');
    return;
  }
  clauses.forEach((clause, index) => {
    if (!known.has(String(clause)))
      report('unknown_clause', pointTo(path, index), `The policy has no clause ${String(clause)}.`);
  });
}

function checkBounds(parameter: JsonObject, path: string, report: Report): void {
  const bounds = readOwn(parameter, 'bounds');
  if (bounds === undefined) return;
  const at = pointTo(path, 'bounds');
  if (!isJsonObject(bounds)) {
    report('wrong_type', at, 'bounds has a min and a max.');
    return;
  }
  if (!checkKeys(bounds, { required: ['min', 'max'] }, at, report)) return;
  const [min, max] = [readOwn(bounds, 'min'), readOwn(bounds, 'max')];
  if (!isInteger(min) || !isInteger(max)) report('bad_value', at, 'The bounds are whole numbers.');
  else if (min > max) report('bad_value', at, 'The smallest value lies above the largest.');
}

function checkOptions(parameter: JsonObject, path: string, report: Report): void {
  const options = readOwn(parameter, 'options');
  if (options === undefined) return;
  const sound =
    Array.isArray(options) &&
    options.length > 0 &&
    options.every((option) => typeof option === 'string' && option !== '');
  if (!sound || new Set(options).size < options.length)
    report('bad_value', pointTo(path, 'options'), 'options is a list of different texts, at least one.');
}

function checkProvenance(parameter: JsonObject, path: string, report: Report): void {
  const provenance = readOwn(parameter, 'provenance');
  const whenUnset = readOwn(parameter, 'whenUnset');
  if (!isOneOf(PROVENANCES, provenance))
    report('bad_value', pointTo(path, 'provenance'), `A provenance is one of ${PROVENANCES.join(', ')}.`);
  if (whenUnset !== undefined && whenUnset !== 'refer' && whenUnset !== 'off')
    report('bad_value', pointTo(path, 'whenUnset'), 'whenUnset is refer or off.');
  if ((provenance === 'unset') !== (readOwn(parameter, 'value') === undefined)) {
    report('value_and_provenance', path, 'A parameter has a value exactly when its provenance is not unset.');
  }
}

/** Whether one parameter may be looked at by the rules; everything against it is reported. */
function lintParameter(
  parameter: unknown,
  path: string,
  clauses: ReadonlySet<string>,
  report: Report,
): parameter is Parameter {
  let sound = true;
  const refuse: Report = (code, at, message) => {
    sound = false;
    report(code, at, message);
  };
  if (!isJsonObject(parameter)) {
    refuse('wrong_type', path, 'A parameter is an object.');
    return false;
  }
  const kind = PARAMETER_KINDS.find((known) => known === readOwn(parameter, 'kind'));
  if (kind === undefined) {
    refuse('bad_value', pointTo(path, 'kind'), `A parameter is one of ${PARAMETER_KINDS.join(', ')}.`);
    return false;
  }
  const extra = EXTRA_KEYS[kind];
  checkKeys(
    parameter,
    { required: [...REQUIRED, ...extra.required], optional: [...OPTIONAL, ...extra.optional] },
    path,
    refuse,
  );
  const name = readOwn(parameter, 'name');
  if (typeof name !== 'string' || !NAME.test(name))
    refuse('bad_value', pointTo(path, 'name'), 'A name begins with a small letter and has letters and digits.');
  if (kind === 'threshold' && typeof readOwn(parameter, 'unit') !== 'string')
    refuse('wrong_type', pointTo(path, 'unit'), 'A unit is a text.');
  checkLabel(readOwn(parameter, 'label'), pointTo(path, 'label'), refuse);
  checkClauses(readOwn(parameter, 'clauses'), clauses, pointTo(path, 'clauses'), refuse);
  checkBounds(parameter, path, refuse);
  checkOptions(parameter, path, refuse);
  checkProvenance(parameter, path, refuse);
  if (sound && readOwn(parameter, 'value') !== undefined) lintParameterValue(kind, parameter, path, refuse);
  return sound;
}

/** Checks all parameters; answers those that are sound, without those that repeat a name. */
export function lintParameters(parameters: unknown, clauses: ReadonlySet<string>, report: Report): Parameter[] {
  if (!Array.isArray(parameters)) {
    report('wrong_type', '/parameters', 'The parameters are a list.');
    return [];
  }
  const sound = new Map<string, Parameter>();
  parameters.forEach((parameter: unknown, index) => {
    const path = `/parameters/${index}`;
    if (!lintParameter(parameter, path, clauses, report)) return;
    if (sound.has(parameter.name))
      report('duplicate_name', `${path}/name`, `There already is a parameter ${parameter.name}.`);
    else sound.set(parameter.name, parameter);
  });
  return [...sound.values()];
}
