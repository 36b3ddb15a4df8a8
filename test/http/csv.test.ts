import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { buildCaseView, buildEntryView } from '../builders/views.ts';
import { bearer, createTestApp } from '../fakes/http-app.ts';
import { FakeUseCases } from '../fakes/use-cases.ts';

const buildPage = (from: number) =>
  Array.from({ length: 1000 }, (_, n) => ({ ...buildCaseView('anumi'), id: `case-${from + n}` }));

describe('an export', () => {
  it('is a file with a header, and what would be a formula is text', async () => {
    const rows = ['=HYPERLINK("x")', '+1', '-1', '@a', '\tx', 'plain, "quoted"'].map((customerId, n) => ({
      ...buildCaseView('anumi'),
      id: `case-${n}`,
      customerId,
    }));
    const { app } = createTestApp(
      new FakeUseCases('anumi', { listCases: async () => ({ items: rows, total: rows.length }) }),
    );
    const answer = await request(app).get('/api/cases.csv').set(bearer()).buffer(true);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cases.csv"');
    const [header, ...lines] = answer.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(header?.split(',').slice(0, 4)).toEqual(['id', 'program', 'customerId', 'status']);
    expect(lines.map((line) => line.split(',anumi,')[1]?.[0])).toHaveLength(6);
    for (const [index, start] of [`"'=HYPERLINK(""x"")"`, `'+1`, `'-1`, `'@a`].entries())
      expect(lines[index]).toContain(`,anumi,${start},`);
    expect(lines[5]).toContain('"plain, ""quoted"""');
  });

  it('asks for the list’s own filter, page by page, 10,000 rows at most', async () => {
    const { app, fake } = createTestApp(
      new FakeUseCases('anumi', { listCases: async ({ from }) => ({ items: buildPage(from), total: 10_001 }) }),
    );
    const answer = await request(app)
      .get('/api/cases.csv')
      .query({ filter: '{"status":"closed"}', range: '[0,24]' })
      .set(bearer())
      .buffer(true);
    expect(answer.text.trimEnd().split('\r\n')).toHaveLength(10_001);
    expect(fake.listCalls('listCases').map(([asked]) => asked)).toMatchObject(
      Array.from({ length: 10 }, (_, n) => ({ from: n * 1000, to: n * 1000 + 999, filter: { status: 'closed' } })),
    );
    expect(fake.notes).toMatchObject([
      {
        name: 'noteExport',
        args: [{ type: 'cases', id: 'list', detail: { filter: '{"status":"closed"}', rows: 10_000 } }, { kind: 'key' }],
      },
    ]);
  });

  it('tells a row once that was pushed on to the next page while it was read', async () => {
    const pages = [buildPage(0), buildPage(990).slice(0, 500)];
    const { app, fake } = createTestApp(
      new FakeUseCases('anumi', { listCases: async () => ({ items: pages.shift() ?? [], total: 1_500 }) }),
    );
    const answer = await request(app).get('/api/cases.csv').set(bearer()).buffer(true);
    const ids = answer.text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect([ids.length, new Set(ids).size]).toEqual([1_490, 1_490]);
    expect(fake.notes).toMatchObject([{ args: [{ detail: { rows: 1_490 } }, {}] }]);
  });

  it('of the ledger has a row for each posting, its amount as a number beside the words', async () => {
    const postings = [
      { account: 'refunds', commodity: 'EUR', amount: 999 },
      { account: 'provider/stripe', commodity: 'EUR', amount: -999 },
      { account: 'credits_voided', commodity: 'credit:anumi', amount: 5 },
      { account: 'lot/o', commodity: 'credit:anumi', amount: -5 },
    ];
    const { app } = createTestApp(
      new FakeUseCases('anumi', {
        listEntries: async () => ({ items: [{ ...buildEntryView('anumi'), id: 'e', postings }], total: 1 }),
      }),
    );
    const answer = await request(app).get('/api/ledger-entries.csv').set(bearer()).buffer(true);
    const [header = '', ...lines] = answer.text
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    const columns = header.split(',');
    const pick = (line: string) =>
      ['id', 'account', 'amount', 'commodity', 'postings'].map((name) => line.split(',')[columns.indexOf(name)]);
    const words = '9.99 EUR refunds; -9.99 EUR provider/stripe; 5 credits credits_voided; -5 credits lot/o';
    expect(lines.map(pick)).toEqual([
      ['e', 'refunds', '999', 'EUR', words],
      ['e', 'provider/stripe', '-999', 'EUR', words],
      ['e', 'credits_voided', '5', 'credit:anumi', words],
      ['e', 'lot/o', '-5', 'credit:anumi', words],
    ]);
  });

  it.each([
    ['decisions', 1],
    ['ledger-entries', 2],
    ['payouts', 1],
    ['audit-events', 1],
  ])('of %s has the rows of each', async (resource, rows) => {
    const { app } = createTestApp();
    const answer = await request(app).get(`/api/${resource}.csv`).set(bearer()).buffer(true);
    expect([answer.status, answer.text.trimEnd().split('\r\n').length]).toEqual([200, rows + 1]);
  });
});
