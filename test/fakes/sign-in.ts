import request from 'supertest';
import type { Grant } from '../../server/core/access/role.ts';
import type { User } from '../../server/ports/users.ts';
import { buildUser } from '../builders/users.ts';
import type { TestApp } from './http-app.ts';

/** Signs a person of these grants in to an app over fakes. @returns the headers of their changes: cookie and CSRF token */
export async function signInAs(
  test: TestApp,
  grants: readonly Grant[],
  change: Partial<User> = {},
): Promise<{ readonly Cookie: string; readonly 'X-CSRF-Token': string }> {
  const user = buildUser({ grants, ...change });
  test.users.set(user.id, user);
  const answer = await request(test.app).post('/api/session').send({ email: user.email, password: 'right' });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const { csrfToken } = answer.body as { csrfToken: string };
  test.fake.calls.length = 0;
  return { Cookie: cookie, 'X-CSRF-Token': csrfToken };
}
