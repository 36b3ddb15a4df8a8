import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../admin/api/problem-error.ts';
import { describeError } from '../../../admin/common/describe-error.ts';

const t = (key: string, options?: Record<string, unknown>): string => String(options?.['_'] ?? key);
const problem = (status: number, code: string): ProblemError =>
  new ProblemError(status, { code, title: 'Title', detail: 'Words for whoever wrote the program.', requestId: 'r-1' });

describe('an error of the API', () => {
  it('says of what is not there, or not theirs, what a person can do', () => {
    expect(describeError(problem(404, 'CASE_NOT_FOUND'), t)).toEqual({
      title: 'Title',
      detail: 'problem.goneDetail',
      requestId: 'r-1',
      kind: 'not_found',
    });
  });

  it('names the fields at fault', () => {
    const errors = [{ pointer: '/filter/status', message: 'No such status.' }];
    const error = new ProblemError(400, { code: 'INVALID_REQUEST', title: 'Title', detail: 'Correct them.', errors });
    expect(describeError(error, t).detail).toBe('Correct them. filter.status: No such status.');
  });

  it('keeps what the service says of anything else', () => {
    expect(describeError(problem(409, 'WRONG_STATE'), t)).toMatchObject({
      detail: 'Words for whoever wrote the program.',
      kind: 'error',
    });
    expect(describeError(problem(403, 'FORBIDDEN'), t).kind).toBe('forbidden');
    expect(describeError(new Error('x'), t)).toMatchObject({ title: 'problem.unexpected', detail: 'x' });
  });
});
