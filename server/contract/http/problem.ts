import { z } from 'zod';
import { ERROR_REGISTRY } from '../error-registry.ts';
import type { ErrorCode, FieldError } from '../error-registry.ts';

const codes = Object.keys(ERROR_REGISTRY) as ErrorCode[];

/** An error as `application/problem+json` (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().describe('URI of this kind of problem; its last part is the code.'),
    title: z.string().describe('The kind of problem in words; the same for every occurrence.'),
    status: z.int().describe('HTTP status.'),
    detail: z.string().describe('What to do about this occurrence. Holds no personal data.'),
    code: z.enum(codes).describe('Stable code of the kind of problem.'),
    errors: z
      .array(
        z
          .object({
            pointer: z
              .string()
              .describe('JSON pointer to the offending field of the body, or /name of a parameter or header.'),
            code: z
              .string()
              .describe(
                'What is wrong with it, as a code: required, unknown_field, invalid_type, invalid_value, invalid_format, too_small, too_big, invalid_instant, and others that a field’s own rules name.',
              ),
            message: z.string().describe('The same in words.'),
          })
          .describe('One offending field.'),
      )
      .describe('Offending fields; empty where the problem has none.'),
    requestId: z.string().describe('Id of the request, as in X-Request-Id and in the logs.'),
  })
  .meta({ id: 'Problem', description: 'What went wrong, where, and what to do (RFC 9457).' });

/** An error as the contract shows it. */
export type Problem = z.infer<typeof problemSchema>;

/** What {@link presentProblem} needs; an `AppError` has it. */
export interface ProblemToPresent {
  readonly code: ErrorCode;
  readonly message: string;
  readonly errors: readonly FieldError[];
  /** Further members, never in the place of the common ones. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Shows an operational error. */
export function presentProblem({ code, message, errors, members }: ProblemToPresent, requestId: string): Problem {
  const { status, title } = ERROR_REGISTRY[code];
  return {
    ...members,
    type: `urn:redress:problem:${code}`,
    title,
    status,
    detail: message,
    code,
    errors: errors.map((error) => ({ pointer: error.pointer, code: error.code, message: error.message })),
    requestId,
  };
}
