import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../server/core/audit/audit-event.ts';
import type { Role } from '../../server/core/access/role.ts';
import type { PolicyVersionView } from '../../server/contract/http/policy-version-view.ts';
import { KEY_VERBS } from '../../server/ports/api-keys.ts';
import { runApi } from '../../server/main/api.ts';
import { loadSettings } from '../../server/main/config.ts';
import { findFreePort } from '../../server/main/embedded/free-port.ts';
import { hashApiKeySecret } from '../../server/providers/api-key-secret.ts';
import { withText } from './policy-acts.ts';
import { openHarness, type Harness } from './service-harness.ts';
import { makePeople, SignedIn } from './signed-in.ts';

const KEY = 'rdr_key_of_the_side_doors';
const grant = (role: Role, programs: readonly string[] = ['*']) => ({ role, programs });
const PEOPLE = {
  owner: [grant('policy_owner')],
  other: [grant('policy_owner')],
  approver: [grant('policy_approver')],
  everything: [grant('policy_owner'), grant('policy_approver'), grant('legal_owner'), grant('admin')],
  jimeng: [grant('policy_owner', ['jimeng']), grant('policy_approver', ['jimeng'])],
  legal: [grant('legal_owner')],
  admin: [grant('admin')],
  auditor: [grant('auditor')],
};

let harness: Harness;
let base: string;
let api: { close(): Promise<void> };
const who = {} as Record<keyof typeof PEOPLE, SignedIn>;

beforeAll(async () => {
  harness = await openHarness();
  await makePeople(harness.config, PEOPLE);
  const { stores, clock } = harness.services[0] ?? {};
  await stores?.apiKeys.append(
    {
      id: 'all',
      name: 'all',
      secretHash: hashApiKeySecret(KEY),
      programs: ['*'],
      verbs: KEY_VERBS,
      createdAt: clock?.now() ?? 0,
    },
    {
      id: 'key-made',
      action: 'api_key.created',
      actor: 'system/test',
      at: clock?.now() ?? 0,
      subject: { type: 'api_key', id: 'all' },
    },
  );
  const port = await findFreePort();
  base = `http://127.0.0.1:${port}`;
  api = await runApi({
    ...loadSettings({}),
    ...harness.config,
    mongodbAdminUri: harness.database.adminUri,
    port,
    logLevel: 'silent',
  });
  for (const name of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[])
    who[name] = await new SignedIn(base).signIn(`${name}@example.test`);
}, 120_000);

afterAll(async () => {
  await api?.close();
  await harness?.close();
});

const asView = (body: unknown): PolicyVersionView => body as PolicyVersionView;

/** A draft of a change that no case notices. */
async function draft(by: SignedIn, text: string, policy = 'anumi'): Promise<PolicyVersionView> {
  const begun = asView((await by.call('POST', '/api/policy-versions', { policy, from: 1 })).body);
  const code = policy === 'anumi' ? 'UNUSED_PACK' : Object.keys(begun.content.messages['en'] ?? {})[0];
  const saved = await by.call('PUT', `/api/policy-versions/${begun.id}`, {
    revision: begun.revision,
    content: withText(begun.content, text, code),
  });
  expect(saved.status, JSON.stringify(saved.body).slice(0, 300)).toBe(200);
  return asView(saved.body);
}

async function submitted(by: SignedIn, text: string, policy?: string): Promise<PolicyVersionView> {
  const { id } = await draft(by, text, policy);
  const { status, body } = await by.call('POST', `/api/policy-versions/${id}/submit`, {
    effectiveAt: null,
    reason: 'terms of December',
  });
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return asView(body);
}

async function versionsOf(policy: string): Promise<number> {
  return (await harness.services[0]?.stores.policies.listVersions(policy))?.length ?? 0;
}

/** Audit events of one kind about a version or, where none is named, a policy. */
async function audited(filter: Readonly<Record<string, unknown>>): Promise<readonly AuditEvent[]> {
  return (
    (await harness.services[0]?.stores.auditTrail.list({ from: 0, to: 99, sort: ['at', 'DESC'], filter }))?.items ?? []
  );
}

describe('nothing is published around an approval', () => {
  it('not by saving a status, a number or an approval', async () => {
    const { id, revision, content } = await draft(who.owner, 'by status');
    for (const extra of [
      { status: 'live' },
      { number: 7 },
      { approval: { by: 'user/approver' } },
      { authors: [] },
      { state: 'approved' },
    ]) {
      const { status, body } = await who.owner.call('PUT', `/api/policy-versions/${id}`, {
        revision,
        content,
        ...extra,
      });
      expect([status, body['code']]).toEqual([400, 'INVALID_REQUEST']);
    }
    const { status } = await who.owner.call('PUT', `/api/policy-versions/${id}`, {
      revision,
      content: { ...content, policy: 'anypic' },
    });
    expect(status).toBe(400);
    expect(await versionsOf('anumi')).toBe(1);
  });

  it('not by importing: files become a draft', async () => {
    const files = (
      (await who.owner.call('GET', '/api/policies/anypic/export')).body as { files: Record<string, string> }
    ).files;
    const changed = {
      ...files,
      'messages/en.json': (files['messages/en.json'] ?? '').replace(/": "/u, '": "By file: '),
    };
    const { status, body } = await who.owner.call('POST', '/api/policies/anypic/import', { files: changed });
    expect([status, body['status'], body['origin'], body['number']]).toEqual([201, 'draft', 'import', null]);
    expect((await who.owner.call('POST', '/api/policies/anumi/import', { files: changed })).status).toBe(400);
    expect((await who.approver.call('POST', '/api/policies/anypic/import', { files: changed })).status).toBe(403);
    expect(await versionsOf('anypic')).toBe(1);
  });

  it('not by approving one’s own, with every role there is; the attempt is audited', async () => {
    const { id, digest } = await submitted(who.everything, 'by oneself');
    const { status, body } = await who.everything.call('POST', `/api/policy-versions/${id}/approve`, { digest });
    expect([status, body['code']]).toEqual([403, 'FOUR_EYES']);
    expect((await audited({ subjectId: id, action: 'policy_version.refused' }))[0]?.detail).toMatchObject({
      refusal: 'author_approves',
    });
    expect((await who.owner.call('POST', `/api/policy-versions/${id}/approve`, { digest })).status).toBe(403);
    expect(await versionsOf('anumi')).toBe(1);
  });

  it('not by approving for another program, nor even by finding out that it is there', async () => {
    const { id, digest } = await submitted(who.owner, 'of another');
    const acts = {
      approve: { digest },
      reject: { digest, reason: 'because I can do so' },
      withdraw: {},
      discard: {},
      acknowledge: { flipIds: ['x'] },
    };
    for (const [act, body] of Object.entries(acts)) {
      expect([act, (await who.jimeng.call('POST', `/api/policy-versions/${id}/${act}`, body)).status]).toEqual([
        act,
        404,
      ]);
    }
    expect((await who.jimeng.call('GET', `/api/policy-versions/${id}`)).status).toBe(404);
    expect((await who.jimeng.call('POST', '/api/policy-versions', { policy: 'anumi', from: 1 })).status).toBe(404);
    const { body } = await who.jimeng.call('GET', '/api/policies');
    expect((body as unknown as { id: string }[]).map((one) => one.id)).toEqual(['statutory-floor', 'jimeng']);
  });

  it('not with a key, whatever its verbs', async () => {
    const { id, digest } = await submitted(who.owner, 'by key');
    for (const [method, path, body] of [
      ['POST', `/api/policy-versions/${id}/approve`, { digest }],
      ['POST', '/api/policy-versions', { policy: 'anumi', from: 1 }],
      ['GET', `/api/policy-versions/${id}`, undefined],
      ['POST', '/api/policies/anumi/import', { files: {} }],
      ['POST', '/api/policies/anumi/rollback', { toNumber: 1, reason: 'because I can do so' }],
    ] as const) {
      const answer = await fetch(base + path, {
        method,
        headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('not without the token of one’s own page', async () => {
    const { id, digest } = await submitted(who.owner, 'by another site');
    for (const token of [null, 'f'.repeat(64)]) {
      const { status, body } = await who.approver.call('POST', `/api/policy-versions/${id}/approve`, { digest }, token);
      expect([status, body['code']]).toEqual([403, 'CSRF_FAILED']);
    }
    expect(
      (await audited({ action: 'request.refused' })).length + (await audited({ action: 'access.refused' })).length,
    ).toBeGreaterThan(0);
    expect(await versionsOf('anumi')).toBe(1);
  });

  it('not by an auditor, who may read all of it', async () => {
    const { id, digest } = await submitted(who.owner, 'by reading');
    expect((await who.auditor.call('GET', `/api/policy-versions/${id}`)).status).toBe(200);
    for (const [act, body] of [
      ['approve', { digest }],
      ['withdraw', {}],
      ['discard', {}],
      ['submit', { effectiveAt: null, reason: 'because I can do so' }],
    ] as const) {
      expect([act, (await who.auditor.call('POST', `/api/policy-versions/${id}/${act}`, body)).status]).toEqual([
        act,
        403,
      ]);
    }
  });
});

describe('an approval', () => {
  it('that was read before a change is refused, and cannot be sent again once it was used', async () => {
    const read = await submitted(who.owner, 'once');
    await who.owner.call('POST', `/api/policy-versions/${read.id}/withdraw`, {});
    const again = await who.owner.call('POST', `/api/policy-versions/${read.id}/submit`, {
      effectiveAt: new Date(Date.now() + 86_400_000).toISOString(),
      reason: 'terms of December',
    });
    expect(again.status).toBe(200);
    const stale = await who.approver.call('POST', `/api/policy-versions/${read.id}/approve`, { digest: read.digest });
    expect([stale.status, stale.body['code']]).toEqual([409, 'STALE_APPROVAL']);
    const { digest } = asView(again.body);
    expect((await who.approver.call('POST', `/api/policy-versions/${read.id}/approve`, { digest })).status).toBe(200);
    const replayed = await who.approver.call('POST', `/api/policy-versions/${read.id}/approve`, { digest });
    expect([replayed.status, replayed.body['code']]).toEqual([409, 'WRONG_STATE']);
    expect(await versionsOf('anumi')).toBe(2);
    const withdrawn = await who.owner.call('POST', `/api/policy-versions/${read.id}/withdraw`, {
      reason: 'not in December after all',
    });
    expect(withdrawn.body['status']).toBe('withdrawn');
  });

  it('needs a reason to be refused with', async () => {
    const { id, digest } = await submitted(who.owner, 'no reason');
    for (const body of [{ digest }, { digest, reason: 'no' }, { digest, reason: '          ' }]) {
      expect((await who.approver.call('POST', `/api/policy-versions/${id}/reject`, body)).status).toBe(400);
    }
    expect(
      (
        await who.approver.call('POST', `/api/policy-versions/${id}/reject`, {
          digest,
          reason: 'the text is too short',
        })
      ).body['status'],
    ).toBe('rejected');
  });
});

describe('an emergency', () => {
  it('is asked for by a legal owner alone and confirmed by an admin alone', async () => {
    const body = { toNumber: 1, reason: 'customers are refused wrongly' };
    for (const name of ['owner', 'approver', 'admin', 'auditor'] as const)
      expect([name, (await who[name].call('POST', '/api/policies/anumi/emergency', body)).status]).toEqual([name, 403]);
    const asked = await who.legal.call('POST', '/api/policies/anumi/emergency', body);
    expect([asked.status, asked.body['code']]).toEqual([409, 'WRONG_STATE']);
    for (const name of ['owner', 'approver', 'legal'] as const)
      expect([
        name,
        (await who[name].call('POST', '/api/policies/anumi/emergency/anumi.d1/confirm', { reason: 'I looked at it' }))
          .status,
      ]).toEqual([name, 403]);
    expect(
      (await who.admin.call('POST', '/api/policies/anumi/emergency/anumi.d1/confirm', { reason: 'I looked at it' }))
        .body['code'],
    ).toBe('WRONG_STATE');
  });
});

describe('the statutory floor', () => {
  it('is edited by its own owner and by no other', async () => {
    for (const name of ['owner', 'approver', 'admin'] as const)
      expect([
        name,
        (await who[name].call('POST', '/api/policy-versions', { policy: 'statutory-floor', from: 1 })).status,
      ]).toEqual([name, name === 'owner' ? 404 : 403]);
    const { id, digest } = await submitted(who.legal, 'the law says so', 'statutory-floor');
    expect((await who.approver.call('POST', `/api/policy-versions/${id}/approve`, { digest })).status).toBe(200);
  });
});
