import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { buildCaseView } from '../builders/views.ts';
import { bearer, createTestApp } from '../fakes/http-app.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';

const lists = ENDPOINTS.filter(
  (endpoint) => endpoint.list !== undefined && endpoint.media === undefined && endpoint.verb !== null,
);

describe('lists', () => {
  it.each(lists.map((endpoint) => [endpoint.path, endpoint] as const))(
    '%s gives its first rows, newest first',
    async (path, endpoint) => {
      const { app, fake } = createTestApp();
      const answer = await request(app).get(path).set(bearer());
      expect([answer.status, answer.headers['content-range']]).toEqual([200, `${path.slice('/api/'.length)} 0-0/1`]);
      expect(fake.calls[0]?.args[0]).toEqual({ from: 0, to: 24, filter: {}, sort: [endpoint.list?.sorts[0], 'DESC'] });
    },
  );

  it('hand on what react-admin asks for', async () => {
    const { app, fake } = createTestApp(
      new FakeUseCases('anumi', {
        listCases: async () => ({ items: Array.from({ length: 10 }, () => buildCaseView('anumi')), total: 319 }),
      }),
    );
    const filter = {
      program: 'anumi',
      id: ['a', 'b'],
      openedAt_gte: '2026-03-01T00:00:00Z',
      openedAt: { lt: '2026-03-02T00:00:00+01:00' },
    };
    const answer = await request(app)
      .get('/api/cases')
      .set(bearer())
      .query({ filter: JSON.stringify(filter), range: '[20,29]', sort: '["openedAt","ASC"]' });
    expect(answer.headers['content-range']).toBe('cases 20-29/319');
    expect(fake.listCalls('listCases')[0]?.[0]).toEqual({
      from: 20,
      to: 29,
      sort: ['openedAt', 'ASC'],
      filter: {
        program: 'anumi',
        id: ['a', 'b'],
        openedAt_gte: Date.UTC(2026, 2, 1),
        openedAt_lt: Date.UTC(2026, 2, 1, 23),
      },
    });
  });

  it('say so where a range holds nothing', async () => {
    const { app } = createTestApp(new FakeUseCases('anumi', { listCases: async () => ({ items: [], total: 5 }) }));
    const answer = await request(app).get('/api/cases?range=[10,19]').set(bearer());
    expect([answer.body, answer.headers['content-range']]).toEqual([[], 'cases */5']);
  });

  it('take the widest range and the deepest row that are allowed', async () => {
    const { app } = createTestApp();
    expect((await request(app).get('/api/cases?range=[9000,9999]').set(bearer())).status).toBe(200);
  });
});

describe('ids with slashes', () => {
  it('are read from one encoded segment', async () => {
    const { app, fake } = createTestApp();
    await request(app)
      .get(`/api/payouts/${encodeURIComponent('refund/anumi/o1/0')}`)
      .set(bearer())
      .expect(200);
    await request(app)
      .post(`/api/rejected-events/${encodeURIComponent('anumi/%2Fshop/e1#1')}/replay`)
      .set(bearer())
      .expect(200);
    expect(fake.listCalls('getPayout')).toEqual([['refund/anumi/o1/0']]);
    expect(fake.listCalls('listRejectedEvents')[0]?.[0]).toMatchObject({ filter: { id: 'anumi/%2Fshop/e1#1' } });
    expect(fake.listCalls('replayRejectedEvent')[0]?.[0]).toBe('anumi/%2Fshop/e1#1');
  });

  it('that name nothing are not found', async () => {
    const { app } = createTestApp(
      new FakeUseCases('anumi', { listDeadLetters: async () => ({ items: [], total: 0 }) }),
    );
    const answer = await request(app).post('/api/dead-letters/nope/replay').set(bearer());
    expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
  });
});
