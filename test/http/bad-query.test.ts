import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { bearer, createTestApp } from '../fakes/http-app.ts';

describe('a bad query', () => {
  it.each([
    ['/api/cases?filter={', '/filter'],
    ['/api/cases?filter={"$where":"1"}', '/filter/$where'],
    ['/api/cases?filter={"program":{"$ne":1}}', '/filter/program/$ne'],
    ['/api/cases?filter={"secret":"x"}', '/filter/secret'],
    ['/api/cases?filter={"status":"gone"}', '/filter/status'],
    ['/api/cases?filter={"openedAt_gte":"yesterday"}', '/filter/openedAt_gte'],
    ['/api/cases?sort=["claim","ASC"]', '/sort/0'],
    ['/api/cases?sort=["openedAt","SIDEWAYS"]', '/sort/1'],
    ['/api/cases?range=[10,0]', '/range'],
    ['/api/cases?range=[0,1000]', '/range'],
    ['/api/cases?range=[-1,5]', '/range/0'],
    ['/api/cases?range=[0,24]&range=[0,24]', '/range'],
    ['/api/cases?page=2', '/page'],
    ['/api/cases/x?verbose=1', '/verbose'],
    ['/api/cases/%24where', '/id'],
    ['/api/wallets/an%2Fumi/w1', '/program'],
  ])('%s is refused', async (path, pointer) => {
    const { app, fake } = createTestApp();
    const answer = await request(app).get(path).set(bearer());
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(answer.body.detail).not.toContain('Correct the fields');
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(fake.calls).toEqual([]);
  });

  it('deeper than the counted rows says so', async () => {
    const { app } = createTestApp();
    const answer = await request(app).get('/api/cases?range=[9990,10000]').set(bearer());
    expect([answer.status, answer.body.code]).toEqual([400, 'RANGE_TOO_DEEP']);
  });

  it('in a broken encoding is the sender’s fault', async () => {
    const { app } = createTestApp();
    const answer = await request(app).get('/api/cases/%E0%A4%A').set(bearer());
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_REQUEST']);
  });

  it('and an unasked body are refused', async () => {
    const { app } = createTestApp();
    const answer = await request(app)
      .get('/api/cases')
      .set({ ...bearer(), 'Content-Type': 'application/json' })
      .send('{}');
    expect(answer.status).toBe(400);
  });
});
