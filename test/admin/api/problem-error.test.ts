import { describe, expect, it } from 'vitest';
import { OfflineError, ProblemError } from '../../../admin/api/problem-error.ts';

describe('errors of the API in the browser', () => {
  it('are told apart by their class, which react-admin’s own error would hide', () => {
    const problem = new ProblemError(409, { code: 'STALE_SAVE', title: 'Somebody saved before you', rows: [1] });
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).not.toBeInstanceOf(OfflineError);
    expect(problem).toMatchObject({ status: 409, code: 'STALE_SAVE', document: { rows: [1] } });
    expect(new OfflineError()).toBeInstanceOf(OfflineError);
  });

  it('name the fields that are at fault as forms do', () => {
    const problem = new ProblemError(422, {
      detail: 'Mend it.',
      errors: [{ pointer: '/content/zone~1x/0', code: 'bad', message: 'is no zone' }],
    });
    expect(problem.faults).toEqual([{ path: 'content.zone/x.0', message: 'is no zone' }]);
    expect(problem.message).toBe('Mend it.');
  });
});
