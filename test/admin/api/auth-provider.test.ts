// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { authProvider } from '../../../admin/api/auth-provider.ts';
import { answer, stubApi } from '../stub-api.ts';

it('asks once who is signed in, however many want to know, and again later', async () => {
  const sent = stubApi({ 'GET /api/session': () => answer(401, { code: 'UNAUTHENTICATED', title: 'Sign in' }) });
  const asked = [
    authProvider.checkAuth({}),
    authProvider.checkAuth({}),
    Promise.resolve(authProvider.getPermissions?.({})),
  ];
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(sent).toHaveLength(1);
  await expect(authProvider.checkAuth({})).rejects.toMatchObject({ status: 401 });
  expect(sent).toHaveLength(2);
});
