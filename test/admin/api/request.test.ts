import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OfflineError, ProblemError } from '../../../admin/api/problem-error.ts';
import { post, read, request } from '../../../admin/api/request.ts';
import { keepSession, onSessionOver } from '../../../admin/api/session-state.ts';
import type { Session } from '../../../admin/api/session-state.ts';

const session = { csrfToken: 'token-1', permissions: [], expiresAt: '', user: { id: 'u1' } } as unknown as Session;

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

const fetching = vi.fn<typeof fetch>();

beforeEach(() => {
  fetching.mockReset();
  vi.stubGlobal('fetch', fetching);
  keepSession(session);
});

describe('a request', () => {
  it('carries the token where it changes something, and only there', async () => {
    fetching.mockImplementation(async () => answer(200, { ok: true }));
    await post('/api/things', { a: 1 });
    await read('/api/things');
    const headersOf = (call: number): Record<string, string> =>
      Object.fromEntries(new Headers(fetching.mock.calls[call]?.[1]?.headers));
    expect(headersOf(0)).toMatchObject({ 'x-csrf-token': 'token-1', 'content-type': 'application/json' });
    expect(headersOf(1)).not.toHaveProperty('x-csrf-token');
  });

  it('fails with the problem, its fields named as forms name them', async () => {
    const errors = [{ pointer: '/grants/0/role', code: 'x', message: 'unknown role' }];
    fetching.mockResolvedValue(
      answer(400, { code: 'INVALID_REQUEST', title: 'T', detail: 'D', requestId: 'r1', errors }),
    );
    const failure = await read('/api/x').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
      requestId: 'r1',
      body: { errors: { 'grants.0.role': 'unknown role' } },
    });
  });

  it('says how long a lock-out lasts', async () => {
    fetching.mockResolvedValue(answer(429, { code: 'LOCKED_OUT' }, { 'Retry-After': '40' }));
    await expect(read('/api/x')).rejects.toMatchObject({ retryAfterSeconds: 40 });
  });

  it('tells a lost connection from an answer', async () => {
    fetching.mockRejectedValue(new TypeError('failed to fetch'));
    await expect(read('/api/x')).rejects.toBeInstanceOf(OfflineError);
  });

  it('survives an answer that is no JSON', async () => {
    fetching.mockResolvedValue(new Response('<html>', { status: 502 }));
    await expect(read('/api/x')).rejects.toMatchObject({ status: 502, code: 'INTERNAL' });
  });

  it('takes an empty answer', async () => {
    fetching.mockResolvedValue(answer(204, undefined));
    await expect(request('/api/x', { method: 'DELETE' })).resolves.toMatchObject({ status: 204, body: undefined });
  });
});

describe('a session that is over', () => {
  it('is asked for once, and every interrupted request is sent again', async () => {
    let over = true;
    fetching.mockImplementation(async () =>
      over ? answer(401, { code: 'UNAUTHENTICATED' }) : answer(200, { saved: true }),
    );
    const ask = vi.fn(async () => {
      over = false;
      return true;
    });
    const stop = onSessionOver(ask);
    const [first, second] = await Promise.all([post('/api/a', { v: 1 }), post('/api/b', { v: 2 })]);
    expect([first, second]).toEqual([{ saved: true }, { saved: true }]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(
      fetching.mock.calls
        .map(([, init]) => String(init?.body))
        .slice(2)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['{"v":1}', '{"v":2}']);
    stop();
  });

  it('stays an error where the person leaves', async () => {
    fetching.mockImplementation(async () => answer(401, { code: 'UNAUTHENTICATED' }));
    const stop = onSessionOver(async () => false);
    await expect(post('/api/a')).rejects.toMatchObject({ status: 401 });
    stop();
  });

  it('asks nobody for the sign-in itself, nor before anybody signed in', async () => {
    fetching.mockImplementation(async () => answer(401, { code: 'SIGN_IN_FAILED' }));
    const ask = vi.fn(async () => true);
    const stop = onSessionOver(ask);
    await expect(request('/api/session', { method: 'POST', renew: false })).rejects.toMatchObject({
      code: 'SIGN_IN_FAILED',
    });
    keepSession(null);
    await expect(read('/api/cases')).rejects.toMatchObject({ status: 401 });
    expect(ask).not.toHaveBeenCalled();
    stop();
  });
});
