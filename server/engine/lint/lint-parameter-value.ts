import { COUNTINGS, TIME_UNITS, type ParameterKind } from '../../core/policies/parameter.ts';
import { HISTORY_MS } from '../../core/records/bound-history.ts';
import { checkKeys, isInteger, isJsonObject, pointTo, readOwn, type JsonObject } from './check-shape.ts';
import type { Report } from './lint-issue.ts';

/** A parameter whose other keys are sound, and where its value stands. */
interface Subject {
  readonly parameter: JsonObject;
  readonly value: unknown;
  readonly path: string;
  readonly report: Report;
}

// A span that added to any instant stays a date that JavaScript knows.
const MAX_SPAN_DAYS = 100_000;
/** How far back a case record's histories reach. */
const HISTORY_DAYS = HISTORY_MS / 86_400_000;
const DAYS_OF: Readonly<Record<string, number>> = { seconds: 1 / 86_400, minutes: 1 / 1_440, hours: 1 / 24, days: 1 };

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string' && element !== '');
}

function checkBounded(number: unknown, at: string, { parameter, report }: Subject): void {
  if (!isInteger(number)) {
    report('bad_value', at, 'The value is a whole number.');
    return;
  }
  const bounds = readOwn(parameter, 'bounds');
  if (!isJsonObject(bounds)) return;
  const [min, max] = [Number(readOwn(bounds, 'min')), Number(readOwn(bounds, 'max'))];
  if (number < min || number > max) report('out_of_bounds', at, `The value ${number} lies outside ${min} to ${max}.`);
}

/** Checks amount and unit of a span; `least` is the smallest amount that makes sense. */
function checkSpan(span: JsonObject, least: number, at: string, report: Report, mostDays = MAX_SPAN_DAYS): void {
  const [amount, unit] = [readOwn(span, 'amount'), readOwn(span, 'unit')];
  const days = typeof unit === 'string' && Object.hasOwn(DAYS_OF, unit) ? DAYS_OF[unit] : undefined;
  if (days === undefined) report('bad_value', pointTo(at, 'unit'), `A unit is one of ${TIME_UNITS.join(', ')}.`);
  if (!isInteger(amount) || amount < least)
    report('bad_value', pointTo(at, 'amount'), `An amount is a whole number from ${least} on.`);
  else if (days !== undefined && amount * days > mostDays)
    report('bad_value', pointTo(at, 'amount'), `This span is at most ${mostDays} days.`);
}

function checkObject({ value, path, report }: Subject, keys: readonly string[]): JsonObject | null {
  if (isJsonObject(value)) return checkKeys(value, { required: keys }, path, report) ? value : null;
  report('wrong_type', path, `The value has ${keys.join(', ')}.`);
  return null;
}

function checkPeriod(value: JsonObject, { path, report }: Subject): void {
  const per = readOwn(value, 'per');
  const at = pointTo(path, 'per');
  if (!isJsonObject(per)) report('wrong_type', at, 'A period has an amount and a unit.');
  // A longer period would count too little: nothing older is in a record.
  else if (checkKeys(per, { required: ['amount', 'unit'] }, at, report)) checkSpan(per, 1, at, report, HISTORY_DAYS);
}

function checkWindow(subject: Subject): void {
  const value = checkObject(subject, ['amount', 'unit', 'counting']);
  if (value === null) return;
  const { path, report } = subject;
  checkSpan(value, 0, path, report);
  checkBounded(readOwn(value, 'amount'), pointTo(path, 'amount'), subject);
  const counting = readOwn(value, 'counting');
  if (!COUNTINGS.some((known) => known === counting))
    report('bad_value', pointTo(path, 'counting'), `A counting is one of ${COUNTINGS.join(', ')}.`);
  else if (counting !== 'elapsed' && readOwn(value, 'unit') !== 'days')
    report('bad_value', pointTo(path, 'unit'), 'Local days are counted in days.');
}

function checkDuration(subject: Subject): void {
  const value = checkObject(subject, ['amount', 'unit']);
  if (value === null) return;
  checkSpan(value, 0, subject.path, subject.report);
  checkBounded(readOwn(value, 'amount'), pointTo(subject.path, 'amount'), subject);
}

function checkCap(subject: Subject): void {
  const value = checkObject(subject, ['count', 'per']);
  if (value === null) return;
  const count = readOwn(value, 'count');
  if (!isInteger(count) || count < 0)
    subject.report('bad_value', pointTo(subject.path, 'count'), 'A count is a whole number from 0 on.');
  checkBounded(count, pointTo(subject.path, 'count'), subject);
  checkPeriod(value, subject);
}

function checkRate(subject: Subject): void {
  const value = checkObject(subject, ['basisPoints', 'per', 'minimumCount']);
  if (value === null) return;
  const { path, report } = subject;
  const [basisPoints, minimum] = [readOwn(value, 'basisPoints'), readOwn(value, 'minimumCount')];
  if (!isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000)
    report('bad_value', pointTo(path, 'basisPoints'), 'A rate is 0 to 10,000 basis points.');
  if (!isInteger(minimum) || minimum < 1)
    report(
      'bad_value',
      pointTo(path, 'minimumCount'),
      'A rate needs a minimum count of at least 1: a share of nothing is none.',
    );
  checkBounded(basisPoints, pointTo(path, 'basisPoints'), subject);
  checkPeriod(value, subject);
}

function checkTexts({ parameter, value, path, report }: Subject): void {
  const texts = typeof value === 'string' ? [value] : value;
  const options = readOwn(parameter, 'options');
  if (!isTextList(texts)) {
    report('wrong_type', path, 'The value is made of texts that are not empty.');
    return;
  }
  if (new Set(texts).size < texts.length) report('bad_value', path, 'The list names something twice.');
  const strange = isTextList(options) ? texts.filter((text) => !options.includes(text)) : [];
  if (strange.length > 0) report('unknown_option', path, `Not among the options: ${strange.join(', ')}.`);
}

function checkMatrix(subject: Subject): void {
  const value = checkObject(subject, ['rows', 'columns', 'cells']);
  if (value === null) return;
  const { path, report } = subject;
  const [rows, columns, cells] = [readOwn(value, 'rows'), readOwn(value, 'columns'), readOwn(value, 'cells')];
  if (!isTextList(rows) || !isTextList(columns) || !isJsonObject(cells)) {
    report('wrong_type', path, 'A matrix has texts as rows and columns, and cells.');
    return;
  }
  for (const names of [rows, columns])
    if (new Set(names).size < names.length || names.length === 0)
      report('bad_value', path, 'Rows and columns have different names, at least one each.');
  if (rows.some((row) => row.includes('/')))
    report('bad_value', pointTo(path, 'rows'), 'A row is joined to its column by a slash and may not hold one.');
  if (!checkKeys(cells, { required: rows }, pointTo(path, 'cells'), report)) return;
  for (const row of rows) {
    const at = pointTo(pointTo(path, 'cells'), row);
    const found = readOwn(cells, row);
    if (!isJsonObject(found)) report('wrong_type', at, 'A row has a cell for every column.');
    else if (
      checkKeys(found, { required: columns }, at, report) &&
      columns.some((column) => !['yes', 'no', 'unset'].includes(String(readOwn(found, column))))
    ) {
      report('bad_value', at, 'A cell is yes, no or unset.');
    }
  }
}

const CHECKS: Readonly<Record<ParameterKind, (subject: Subject) => void>> = {
  window: checkWindow,
  cap: checkCap,
  rate: checkRate,
  threshold: (subject) => checkBounded(subject.value, subject.path, subject),
  duration: checkDuration,
  switch: ({ value, path, report }) => {
    if (typeof value !== 'boolean') report('wrong_type', path, 'A switch is true or false.');
  },
  list: (subject) =>
    Array.isArray(subject.value)
      ? checkTexts(subject)
      : subject.report('wrong_type', subject.path, 'The value is a list.'),
  matrix: checkMatrix,
  choice: (subject) =>
    typeof subject.value === 'string'
      ? checkTexts(subject)
      : subject.report('wrong_type', subject.path, 'The value is a text.'),
};

/** Checks a parameter's value against its kind, bounds and options. */
export function lintParameterValue(kind: ParameterKind, parameter: JsonObject, path: string, report: Report): void {
  CHECKS[kind]({ parameter, value: readOwn(parameter, 'value'), path: pointTo(path, 'value'), report });
}
