import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../server/contract/error-registry.ts';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { answerOnce } from '../../server/usecases/idempotency/answer-once.ts';
import { buildEvent } from '../builders/requests.ts';
import { grant } from '../builders/users.ts';
import { bearer, buildKey, createTestApp } from '../fakes/http-app.ts';
import type { TestApp } from '../fakes/http-app.ts';
import { buildVersionView } from '../fakes/policy-use-cases.ts';
import { sendEndpoint } from '../fakes/send-endpoint.ts';
import { signInAs } from '../fakes/sign-in.ts';
import { createMemoryStores } from '../fakes/stores/memory-stores.ts';
import type { MemoryStores } from '../fakes/stores/memory-stores.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';

/** POSTs that change nothing: asked twice, they do no more than once. */
const WITHOUT_EFFECT = ['evaluateClaim', 'replayDecision', 'previewDraft', 'tryDraft', 'keepAsCase'];
/** POSTs whose answer is a secret that is shown once. */
const WITH_SECRET = ['signIn', 'createUser', 'resetPassword', 'createApiKey'];

const endpointOf = (name: string) => {
  const endpoint = ENDPOINTS.find((one) => one.name === name);
  if (endpoint === undefined) throw new Error(`there is no ${name}`);
  return endpoint;
};

const describeEffect = (id: string) => Promise.reject(new Error(`nobody noted ${id}`));

/** An app that keeps answers as the service does. Each draft that is started is another one. */
function openApp(): TestApp & { readonly stores: MemoryStores; readonly started: string[] } {
  const stores = createMemoryStores();
  const deps = { reads: stores.reads, unitOfWork: stores.units, clock: { now: () => 1_000 }, describeEffect };
  const started: string[] = [];
  const startDraft = async ({ policy }: { readonly policy: string }) => {
    const view = { ...buildVersionView(policy), id: `${policy}.d${started.length + 1}` };
    started.push(view.id);
    return view;
  };
  const fake = new FakeUseCases('anumi', { startDraft, answerOnce: (claim, run) => answerOnce(deps, claim, run) });
  return { ...createTestApp(fake), stores, started };
}

/** What is kept of requests that were answered; a try leaves its mark beside it. */
const listAnswers = ({ tables }: MemoryStores) =>
  [...tables.idempotency.values()].filter(({ status }) => status !== 102);

const DRAFT = { policy: 'anumi', from: 1 };

describe('every POST with an effect', () => {
  it('says what becomes of an Idempotency-Key', () => {
    const silent = ENDPOINTS.filter(({ method, idempotency }) => method === 'post' && idempotency === undefined);
    expect(silent.map(({ name }) => name).toSorted()).toEqual(WITHOUT_EFFECT.toSorted());
    const refusing = ENDPOINTS.filter(({ idempotency }) => idempotency === 'refused');
    expect(refusing.map(({ name }) => name).toSorted()).toEqual(WITH_SECRET.toSorted());
  });

  it.each(WITH_SECRET)('refuses it where the answer is a secret: %s', async (name) => {
    const test = createTestApp();
    const headers = await signInAs(test, [grant('admin')]);
    const answer = await sendEndpoint(test, endpointOf(name), { ...headers, 'Idempotency-Key': 'k1' });
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([
      400,
      'INVALID_REQUEST',
      '/Idempotency-Key',
    ]);
    expect(test.fake.calls).toEqual([]);
  });
});

describe('a repeat of a person’s act', () => {
  it('gets the answer of the first, and does nothing', async () => {
    const test = openApp();
    const headers = { ...(await signInAs(test, [grant('policy_owner')])), 'Idempotency-Key': 'k1' };
    const start = () => request(test.app).post('/api/policy-versions').set(headers).send(DRAFT);
    const [first, second] = [await start(), await start()];
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(second.body).toEqual(first.body);
    expect(test.started).toEqual(['anumi.d1']);
    const other = await request(test.app)
      .post('/api/policy-versions')
      .set(headers)
      .send({ ...DRAFT, from: 2 });
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('keeps no name of anybody, and tells those of today', async () => {
    const test = openApp();
    const headers = { ...(await signInAs(test, [grant('policy_owner')])), 'Idempotency-Key': 'k1' };
    const first = await request(test.app).post('/api/policy-versions').set(headers).send(DRAFT);
    expect(JSON.stringify(first.body)).toContain('"name":"Owner"');
    const [kept] = listAnswers(test.stores);
    expect(kept?.response).toContain('user/owner');
    expect(kept?.response).not.toContain('"name":"Owner"');
  });

  it('is their own: the same key of somebody else, or for another policy, is another request', async () => {
    const test = openApp();
    const grants = [grant('policy_owner')];
    const ada = { ...(await signInAs(test, grants)), 'Idempotency-Key': 'k1' };
    await request(test.app).post('/api/policy-versions').set(ada).send(DRAFT);
    await request(test.app).post('/api/policy-versions').set(ada).send({ policy: 'jimeng', from: 1 });
    const scopes = listAnswers(test.stores).map(({ scope }) => scope);
    expect(scopes).toEqual([
      'user/user-1 anumi POST /api/policy-versions',
      'user/user-1 jimeng POST /api/policy-versions',
    ]);
  });

  it('that was refused is tried anew', async () => {
    const test = openApp();
    let refuse = true;
    const withdrawVersion = async () => {
      if (refuse) throw new AppError('WRONG_STATE', 'Not now.');
      return buildVersionView('anumi');
    };
    Object.assign(test.fake.useCases, { withdrawVersion });
    const headers = { ...(await signInAs(test, [grant('policy_owner')])), 'Idempotency-Key': 'k1' };
    const withdraw = () => request(test.app).post('/api/policy-versions/anumi.d1/withdraw').set(headers).send({});
    expect((await withdraw()).status).toBe(409);
    refuse = false;
    expect((await withdraw()).status).toBe(200);
  });
});

describe('a repeat of a key’s request', () => {
  it('is known by program and route, whichever key of the program sends it', async () => {
    const test = openApp();
    test.keys.set('rdr_narrow', buildKey('rdr_narrow', ['anumi']));
    test.keys.set('rdr_rotated', buildKey('rdr_rotated', ['anumi']));
    const send = (key: string) =>
      request(test.app)
        .post('/api/events')
        .set({ ...bearer(key), 'Content-Type': 'application/cloudevents+json', 'Idempotency-Key': 'k1' })
        .send(JSON.stringify(buildEvent({}, { program: 'anumi' })));
    expect((await send('rdr_narrow')).headers['idempotency-replayed']).toBeUndefined();
    expect((await send('rdr_rotated')).headers['idempotency-replayed']).toBe('true');
    expect(listAnswers(test.stores).map(({ scope }) => scope)).toEqual(['anumi POST /api/events']);
  });

  it('is refused where the same key comes with events of another program', async () => {
    const test = openApp();
    const send = (program: string) =>
      request(test.app)
        .post('/api/events')
        .set({ ...bearer(), 'Content-Type': 'application/cloudevents+json', 'Idempotency-Key': 'k1' })
        .send(JSON.stringify(buildEvent({}, { program })));
    expect((await send('anumi')).status).toBe(200);
    const other = await send('jimeng');
    expect([other.status, other.body.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
    expect(test.fake.calls.filter(({ name }) => name === 'ingestEvents')).toHaveLength(1);
  });

  it('takes up no name among those of a program that the key is not for', async () => {
    const test = openApp();
    test.keys.set('rdr_narrow', buildKey('rdr_narrow', ['anumi']));
    await request(test.app)
      .post('/api/events')
      .set({ ...bearer('rdr_narrow'), 'Content-Type': 'application/cloudevents-batch+json', 'Idempotency-Key': 'k1' })
      .send(JSON.stringify([buildEvent({}, { program: 'jimeng' }), buildEvent({ id: 'e2' }, { program: 'anumi' })]));
    expect(listAnswers(test.stores).map(({ scope }) => scope)).toEqual(['anumi POST /api/events']);
  });
});
