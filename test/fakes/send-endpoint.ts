import request from 'supertest';
import type { Endpoint } from '../../server/http/define-endpoint.ts';
import { buildCaseRecord } from '../builders/case-record.ts';
import { buildClaim, buildEvent } from '../builders/requests.ts';
import type { TestApp } from './http-app.ts';

/** A body that each endpoint with one takes. */
const BODIES: Readonly<Record<string, unknown>> = {
  ingestEvents: buildEvent(),
  fileClaim: buildClaim(),
  supplyInformation: { fields: { description: 'more' } },
  evaluateClaim: { program: 'anumi', record: buildCaseRecord({ program: 'anumi' }) },
  signIn: { email: 'ada@example.com', password: 'right' },
  changeProfile: { theme: 'dark' },
  changePassword: { current: 'right', next: 'a rather long one' },
  createUser: { email: 'bob@example.com', name: 'Bob', grants: [] },
  changeUser: { name: 'Bob' },
  createApiKey: { name: 'shop', programs: ['anumi'], verbs: ['cases:read'] },
  revokeApiKey: { reason: 'it leaked into a log' },
  notifyProvider: { payoutId: 'refund/anumi/o1/0', state: 'settled' },
};

/** A query that each endpoint that needs one takes. */
const QUERIES: Readonly<Record<string, string>> = { lookUp: '?q=x1' };

/** Sends what an endpoint takes, about program anumi. */
export function sendEndpoint(
  { app }: Pick<TestApp, 'app'>,
  endpoint: Endpoint,
  headers: Readonly<Record<string, string>>,
): request.Test {
  const path = endpoint.path.replace(':program', 'anumi').replace(':provider', 'sandbox').replace(':id', 'x1');
  const call = request(app)[endpoint.method](`${path}${QUERIES[endpoint.name] ?? ''}`).set(headers);
  if (endpoint.idempotency !== undefined) void call.set('Idempotency-Key', 'k1');
  const body = BODIES[endpoint.name];
  if (body === undefined) return call;
  return call
    .set('Content-Type', endpoint.name === 'ingestEvents' ? 'application/cloudevents+json' : 'application/json')
    .send(JSON.stringify(body));
}

