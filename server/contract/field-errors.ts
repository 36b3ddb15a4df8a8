import type { z } from 'zod';
import type { FieldError } from './error-registry.ts';

/** How many errors one answer lists; more help nobody. */
const MAX_ERRORS = 20;

/** What zod found wrong, as JSON pointers (RFC 6901) below `base`, each with a code and a sentence. Never repeats the value. */
export function fieldErrorsOf(error: z.ZodError, base = ''): FieldError[] {
  const found: FieldError[] = [];
  collect(error.issues, base, found);
  return found.slice(0, MAX_ERRORS);
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
          message: 'is not a field of this request',
        });
      }
    } else if (issue.code === 'invalid_union' && issue.errors[0] !== undefined && issue.errors.length === 1) {
      collect(issue.errors[0], pointer, found);
    } else if (issue.code === 'invalid_key') {
      found.push({ pointer, code: 'unknown_field', message: 'is not a field of this request' });
    } else {
      found.push({ pointer, code: issue.code, message: sentenceOf(issue) });
    }
  }
}

/** Our own sentences begin with must; zod's begin with what it expected. */
function sentenceOf(issue: Issue): string {
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}
