import { describe, expect, it, vi } from 'vitest';
import { dataProvider, splitWalletKey, walletKey } from '../../../admin/api/data-provider.ts';

describe('the data provider', () => {
  it('speaks the dialect of the lists and reads their totals', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      return new Response(JSON.stringify([{ id: 'c1' }]), { headers: { 'Content-Range': 'cases 25-25/319' } });
    });
    const page = await dataProvider.getList('cases', {
      pagination: { page: 2, perPage: 25 },
      sort: { field: 'openedAt', order: 'DESC' },
      filter: { program: 'anumi' },
    });
    expect(page).toMatchObject({ total: 319, data: [{ id: 'c1' }] });
    const query = new URL(asked[0] ?? '', 'http://x').searchParams;
    expect(query.get('range')).toBe('[25,49]');
    expect(query.get('sort')).toBe('["openedAt","DESC"]');
    expect(query.get('filter')).toBe('{"program":"anumi"}');
  });

  it('counts an empty list as none', async () => {
    vi.stubGlobal('fetch', async () => new Response('[]', { headers: { 'Content-Range': 'cases */0' } }));
    const page = await dataProvider.getList('cases', {
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'id', order: 'ASC' },
      filter: {},
    });
    expect(page).toMatchObject({ total: 0, data: [] });
  });

  it('names a wallet by its two names, whatever the second holds', () => {
    expect(walletKey('anumi', 'w~77')).toBe('anumi~w~77');
    expect(splitWalletKey('anumi~w~77')).toEqual({ program: 'anumi', walletId: 'w~77' });
  });
});
