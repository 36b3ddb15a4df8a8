import type { z } from 'zod';
import type { FieldError } from './error-registry.ts';
import { describeIssue } from './describe-issue.ts';

/** How many errors one answer lists; more help nobody. */
const MAX_ERRORS = 20;

/** Of a field that nothing better is said about. */
const UNKNOWN_FIELD = 'is not a field of this request';

/** What zod found wrong, as JSON pointers (RFC 6901) below `base`, each once with a code and a sentence. Never repeats the value. */
export function fieldErrorsOf(error: z.ZodError, base = ''): FieldError[] {
  const found: FieldError[] = [];
  collect(error.issues, base, found);
  // A value of which the first is wrong is wrong in other ways too: an empty text is too short and has no form.
  const first = found.filter(({ pointer }, at) => found.findIndex((one) => one.pointer === pointer) === at);
  return first.slice(0, MAX_ERRORS);
}

/** A JSON pointer of a path: `~` and `/` are escaped. */
export function pointerOf(path: readonly PropertyKey[], base = ''): string {
  return path.reduce<string>((pointer, key) => `${pointer}/${escapeKey(String(key))}`, base);
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

type Issue = z.core.$ZodIssue;

function collect(issues: readonly Issue[], base: string, found: FieldError[]): void {
  for (const issue of issues) {
    const pointer = pointerOf(issue.path, base);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        found.push({
          pointer: pointerOf([key], pointer),
          code: 'unknown_field',
          message: /^unrecognized/i.test(issue.message) ? UNKNOWN_FIELD : issue.message,
        });
      }
    } else if (issue.code === 'invalid_union') {
      const branch = pickBranch(issue.errors);
      if (branch === null) found.push({ pointer, code: issue.code, message: describeIssue(issue) });
      else collect(branch, pointer, found);
    } else if (issue.code === 'invalid_key') {
      found.push({ pointer, code: 'unknown_field', message: UNKNOWN_FIELD });
    } else {
      found.push({ pointer, code: codeOf(issue), message: describeIssue(issue) });
    }
  }
}

/**
 * What zod calls a fault, except where that tells a program nothing: what is missing is `required`, and a rule of our
 * own has the code that it names, or is about the value. A missing choice is told where the parser reports its input.
 */
function codeOf(issue: Issue): string {
  if (issue.message.endsWith('received undefined') || ('input' in issue && issue.input === undefined))
    return 'required';
  if (issue.code !== 'custom') return issue.code;
  const code: unknown = issue.params?.['code'];
  return typeof code === 'string' ? code : 'invalid_value';
}

/**
 * The alternative that was meant, as far as that can be told: the only one that found fault further in, or else the only
 * one that the value is of the right kind for; the first where it is right for none. `invalid input` helps nobody where
 * the allowed values could be named.
 */
function pickBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const inner = branches.filter((issues) => issues.some((issue) => issue.path.length > 0));
  const fitting = branches.filter((issues) => !issues.some(isOfAnotherKind));
  const likely = [inner, fitting].find((found) => found.length === 1) ?? (fitting.length === 0 ? branches : []);
  return likely[0] ?? null;
}

function isOfAnotherKind(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}
