import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionView } from '../../server/contract/http/session-view.ts';
import { Browser } from './browser.ts';
import { makeUser, openPeopleHarness, readAudit } from './people-harness.ts';
import type { PeopleHarness } from './people-harness.ts';
import { openSignInService } from './sign-in-service.ts';
import type { SignInServiceHarness } from './sign-in-service.ts';

let harness: PeopleHarness;
let service: SignInServiceHarness;
beforeAll(async () => {
  harness = await openPeopleHarness(async (redirectUrl) => {
    service = await openSignInService(redirectUrl);
    const { issuer, clientId, clientSecret } = service;
    return { issuer, clientId, clientSecret, name: 'Example ID' };
  });
}, 120_000);
afterAll(async () => {
  await harness?.close();
  await service?.close();
});

describe('a sign-in elsewhere', () => {
  const toAdmin = (url: URL): boolean => url.origin === harness.bases[0] && !url.pathname.startsWith('/api/');

  it('lets in a user whose address the service vouches for, and from then on by the service’s own id', async () => {
    const root = await harness.openAs('root@example.com');
    const id = await makeUser(harness, root, 'outer@example.com', []);
    const person = harness.open();
    service.become({ sub: 'sub-1', email: 'OUTER@example.com', verified: true });
    expect((await person.browser.follow(`${harness.bases[0]}/api/session/oidc`, toAdmin)).pathname).toBe('/');
    expect((await person.call<SessionView>('GET', '/api/session')).body.user).toMatchObject({
      id,
      signsInElsewhere: true,
    });
    expect(person.browser.has(harness.bases[0], 'redress.oidc')).toBe(false);
    const renamed = harness.open();
    service.become({ sub: 'sub-1', email: 'other@example.com', verified: false });
    await renamed.browser.follow(`${harness.bases[0]}/api/session/oidc`, toAdmin);
    expect((await renamed.call<SessionView>('GET', '/api/session')).body.user.id).toBe(id);
    expect((await readAudit(root, { subjectId: id, action: 'user.linked' })).length).toBe(1);
  });

  it('is all that somebody needs who was never told the password that an admin was shown', async () => {
    const root = await harness.openAs('root@example.com');
    const wanted = { email: 'sso@example.com', name: 'Sso', grants: [{ role: 'reviewer', programs: ['*'] }] };
    const made = await root.call<{ id: string; oneTimePassword: string }>('POST', '/api/users', wanted);
    const person = harness.open();
    service.become({ sub: 'sub-sso', email: 'sso@example.com', verified: true });
    await person.browser.follow(`${harness.bases[0]}/api/session/oidc`, toAdmin);
    const session = await person.call<SessionView>('GET', '/api/session');
    expect(session.body.user).toMatchObject({ id: made.body.id, mustChangePassword: false });
    expect((await person.call('GET', '/api/cases')).status).toBe(200);
    person.token = session.body.csrfToken;
    expect((await person.call('PUT', '/api/session/profile', { theme: 'dark' })).body).toMatchObject({
      mustChangePassword: false,
    });
    const withPassword = await harness.openAs('sso@example.com', made.body.oneTimePassword);
    expect((await withPassword.call<{ code: string }>('GET', '/api/cases')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
    expect((await withPassword.call<SessionView>('GET', '/api/session')).body.user.mustChangePassword).toBe(true);
  });

  it.each([
    ['an address that nobody vouches for', { sub: 'sub-2', email: 'root@example.com', verified: false }],
    ['somebody who is no user here', { sub: 'sub-3', email: 'stranger@example.com', verified: true }],
    [
      'somebody else with the address of a linked account',
      { sub: 'sub-4', email: 'outer@example.com', verified: true },
    ],
  ])('keeps out %s', async (_what, outside) => {
    const person = harness.open();
    service.become(outside);
    const end = await person.browser.follow(`${harness.bases[0]}/api/session/oidc`, toAdmin);
    expect(end.pathname + end.search).toBe('/login?error=SIGN_IN_FAILED');
    expect((await person.call('GET', '/api/session')).status).toBe(401);
  });

  it('cannot be ended in a browser that did not begin it', async () => {
    service.become({ sub: 'sub-1', email: 'outer@example.com', verified: true });
    const callback = await new Browser().follow(`${harness.bases[0]}/api/session/oidc`, (url) =>
      url.pathname.endsWith('/callback'),
    );
    const victim = harness.open();
    const answer = await victim.browser.send(callback);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login?error=SIGN_IN_FAILED']);
    expect((await victim.call('GET', '/api/session')).status).toBe(401);
  });
});
