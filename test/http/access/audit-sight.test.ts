import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../server/core/access/role.ts';
import { grant } from '../../builders/users.ts';
import { bearer, createTestApp } from '../../fakes/http-app.ts';
import { signInAs } from '../../fakes/sign-in.ts';

describe('the audit', () => {
  it.each<readonly [string, readonly Grant[], readonly string[] | null]>([
    ['an auditor of everything whole', [grant('auditor')], null],
    ['an owner as far as policies go', [grant('policy_owner', 'jimeng')], []],
    [
      'an auditor of one program and owner of another whole in the first alone',
      [grant('auditor', 'anumi'), grant('policy_owner', 'jimeng')],
      ['anumi'],
    ],
    ['an admin of one program whole there', [grant('admin', 'anumi')], ['anumi']],
  ])('is shown to %s', async (_who, grants, wholeIn) => {
    const test = createTestApp();
    const headers = await signInAs(test, grants);
    expect((await request(test.app).get('/api/audit-events').set(headers)).status).toBe(200);
    expect(test.fake.listCalls('listAuditEvents')[0]?.[1]).toEqual(wholeIn);
  });

  it('is shown to a key whole within its programs', async () => {
    const test = createTestApp();
    await request(test.app).get('/api/audit-events').set(bearer());
    expect(test.fake.listCalls('listAuditEvents')[0]?.[1]).toBeNull();
  });
});
