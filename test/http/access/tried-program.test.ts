import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/contract/error-registry.ts';
import { FLOOR_POLICY } from '../../../server/core/policies/policy-version.ts';
import { buildCaseRecord } from '../../builders/case-record.ts';
import { grant } from '../../builders/users.ts';
import { buildCaseView, buildDecisionView, buildTraceView } from '../../builders/views.ts';
import { createTestApp } from '../../fakes/http-app.ts';
import type { TestApp } from '../../fakes/http-app.ts';
import { signInAs } from '../../fakes/sign-in.ts';
import { FakeUseCases } from '../../fakes/use-cases.ts';

const { id: _id, caseId: _caseId, ...decision } = buildDecisionView('jimeng');
const evaluation = { decision, trace: buildTraceView() };

/** An app in which the only case is one of jimeng, and whoever asks works on the statutory floor. */
function openApp(replaced: ConstructorParameters<typeof FakeUseCases>[1] = {}): TestApp {
  return createTestApp(
    new FakeUseCases(FLOOR_POLICY, {
      getCase: async (id) => ({ ...buildCaseView('jimeng'), id }),
      tryDraft: async () => ({ live: null, draft: evaluation, differs: true }),
      ...replaced,
    }),
  );
}

const ACTS = [
  ['try', {}],
  ['case-from', { name: 'seen' }],
] as const;

describe.each(ACTS)('%s on a draft of the floor', (act, more) => {
  const path = `/api/policy-versions/${FLOOR_POLICY}.d1/${act}`;

  it('hides a case of another program word for word as one that does not exist', async () => {
    const answers = await Promise.all(
      [openApp(), openApp({ getCase: () => Promise.reject(new AppError('CASE_NOT_FOUND', 'There is none.')) })].map(
        async (test) => {
          const headers = await signInAs(test, [grant('policy_owner', 'anumi')]);
          const answer = await request(test.app)
            .post(path)
            .set({ ...headers, 'X-Request-Id': 'same' })
            .send({ caseId: 'k1', ...more });
          expect(test.fake.calls.map(({ name }) => name)).not.toContain('tryDraft');
          expect(test.fake.calls.map(({ name }) => name)).not.toContain('keepAsCase');
          return answer;
        },
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'CASE_NOT_FOUND'],
      [404, 'CASE_NOT_FOUND'],
    ]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('notes the attempt', async () => {
    const test = openApp();
    const headers = await signInAs(test, [grant('policy_owner', 'anumi')]);
    await request(test.app)
      .post(path)
      .set(headers)
      .send({ caseId: 'k1', ...more });
    expect(test.fake.notes).toMatchObject([{ name: 'noteRefusal', args: [{ code: 'CASE_NOT_FOUND' }, {}] }]);
  });

  it('refuses a record and a situation of another program', async () => {
    const test = openApp();
    const headers = await signInAs(test, [grant('policy_owner', 'anumi')]);
    const situation = { program: 'jimeng', claim: { about: 'order', reason: 'unused_credits' } };
    for (const tried of [{ record: buildCaseRecord({ program: 'jimeng' }) }, { situation }]) {
      const { status, body } = await request(test.app)
        .post(path)
        .set(headers)
        .send({ ...tried, ...more });
      expect([status, body.code], JSON.stringify(body)).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('takes a case of one’s own program, and notes it for an auditor', async () => {
    const test = openApp();
    const headers = await signInAs(test, [grant('policy_owner', 'jimeng'), grant('auditor', 'anumi')]);
    const { status } = await request(test.app)
      .post(path)
      .set(headers)
      .send({ caseId: 'k1', ...more });
    expect(status).toBe(200);
    expect(test.fake.notes).toMatchObject([{ name: 'noteRead', args: [{ type: 'case', id: 'k1' }, {}] }]);
  });
});
