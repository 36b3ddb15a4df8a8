import request from 'supertest';
import type { Endpoint } from '../../server/http/define-endpoint.ts';
import { buildCaseRecord } from '../builders/case-record.ts';
import { buildClaim, buildEvent } from '../builders/requests.ts';
import { buildVersionView } from './policy-use-cases.ts';
import type { TestApp } from './http-app.ts';

/** The least that a rule can be. */
const RULE = {
  name: 'silent',
  priority: 1,
  conditions: { all: [{ fact: 'claim.reason', operator: 'equal', value: 'other' }] },
  event: { type: 'refer', params: { reasonCode: 'POLICY_SILENT', stage: 'fallback', queue: 'general' } },
};

/** A body that each endpoint with one takes, about one program. */
function buildBodies(program: string): Readonly<Record<string, unknown>> {
  const reason = 'a reason that is long enough';
  const digest = 'a'.repeat(64);
  return {
    ingestEvents: buildEvent({}, { program }),
    fileClaim: buildClaim({ program }),
    supplyInformation: { fields: { description: 'more' } },
    evaluateClaim: { program, record: buildCaseRecord({ program }) },
    signIn: { email: 'ada@example.com', password: 'right' },
    changeProfile: { theme: 'dark' },
    changePassword: { current: 'right', next: 'a rather long one' },
    createUser: { email: 'bob@example.com', name: 'Bob', grants: [] },
    changeUser: { name: 'Bob' },
    createApiKey: { name: 'shop', programs: ['anumi'], verbs: ['cases:read'] },
    revokeApiKey: { reason: 'it leaked into a log' },
    notifyProvider: { payoutId: 'refund/anumi/o1/0', state: 'settled' },
    importPolicy: { files: {} },
    rollBackPolicy: { toNumber: 1, reason },
    requestEmergency: { toNumber: 1, reason },
    confirmEmergency: { reason },
    withdrawEmergency: {},
    startDraft: { policy: program, from: 1 },
    saveDraft: { revision: 1, content: { ...buildVersionView(program).content, ruleset: { rules: [RULE] } } },
    acknowledgeFlips: { flipIds: ['flip'] },
    acceptCase: { caseName: 'one', reason },
    submitDraft: { effectiveAt: null, reason },
    approveVersion: { digest },
    rejectVersion: { digest, reason },
    rebaseDraft: {},
    previewDraft: { parameters: {} },
    tryDraft: { caseId: 'case-1' },
    keepAsCase: { caseId: 'case-1', name: 'one' },
  };
}

/** A query that each endpoint that needs one takes. */
const QUERIES: Readonly<Record<string, string>> = { lookUp: '?q=x1', compareVersions: '?from=1&to=2' };

/** Sends what an endpoint takes, about one program. */
export function sendEndpoint(
  { app }: Pick<TestApp, 'app'>,
  endpoint: Endpoint,
  headers: Readonly<Record<string, string>>,
  program = 'anumi',
): request.Test {
  const path = endpoint.path
    .replace(':program', program)
    .replace(':provider', 'sandbox')
    .replace('policies/:id', `policies/${program}`)
    .replace('policy-versions/:id', `policy-versions/${program}.d1`)
    .replace(/:e?id/g, 'x1');
  const call = request(app)
    [endpoint.method](`${path}${QUERIES[endpoint.name] ?? ''}`)
    .set(headers);
  if (endpoint.idempotency !== undefined && endpoint.idempotency !== 'refused') void call.set('Idempotency-Key', 'k1');
  const body = buildBodies(program)[endpoint.name];
  if (body === undefined) return call;
  return call
    .set('Content-Type', endpoint.name === 'ingestEvents' ? 'application/cloudevents+json' : 'application/json')
    .send(JSON.stringify(body));
}
