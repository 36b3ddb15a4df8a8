import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What zod calls a kind of value, and what people do. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** Things that a length is counted in. */
const COUNTED: Readonly<Record<string, string>> = { string: 'characters', array: 'items', set: 'items', map: 'items' };

/** What is wrong with a value, as a sentence about it: `is required`, `must be at most 5`. Never repeats the value. Our own sentences stay as they are. */
export function describeIssue(issue: Issue): string {
  if (/^(invalid (input|option)|too (small|big))/i.test(issue.message)) {
    if (issue.message.endsWith('received undefined')) return 'is required';
    if (issue.code === 'invalid_type' && KINDS[issue.expected] !== undefined) return `must be ${KINDS[issue.expected]}`;
    if (issue.code === 'invalid_value') return describeChoice(issue.values.map(String));
    if (issue.code === 'too_small')
      return describeBound(issue.origin, 'at least', 'more than', issue.minimum, issue.inclusive);
    if (issue.code === 'too_big')
      return describeBound(issue.origin, 'at most', 'less than', issue.maximum, issue.inclusive);
  }
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}

function describeChoice(values: readonly string[]): string {
  return values.length === 1 ? `must be ${values.join()}` : `must be one of ${values.join(', ')}`;
}

function describeBound(
  origin: string,
  inclusive: string,
  exclusive: string,
  bound: number | bigint,
  isInclusive: boolean | undefined,
): string {
  const limit = `${isInclusive === false ? exclusive : inclusive} ${bound}`;
  const unit = COUNTED[origin];
  return unit === undefined
    ? `must be ${limit}`
    : `must have ${limit} ${Number(bound) === 1 ? unit.slice(0, -1) : unit}`;
}
