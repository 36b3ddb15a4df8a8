// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSession } from '../../../../admin/api/session-state.ts';
import { dataProvider } from '../../../../admin/api/data-provider.ts';
import { CaseList } from '../../../../admin/cases/case-list.tsx';
import { renderAdmin } from '../../render.tsx';
import { answer, becomeUser, stubApi } from '../../stub-api.ts';

const row = {
  id: 'c-1',
  program: 'anumi',
  customerId: 'ada',
  status: 'closed',
  claim: { reason: 'unused_credits', remedy: 'cash' },
  subject: { type: 'order', id: 'o-1' },
  openedAt: '2026-11-20T10:00:00.000Z',
  disposition: 'granted',
};
const filtered = `/cases?filter=${encodeURIComponent(JSON.stringify({ program: 'anumi', customerId: 'ada' }))}`;

beforeEach(() => {
  becomeUser();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});
afterEach(() => {
  localStorage.clear();
});

const show = (path: string): void => void renderAdmin(<CaseList />, { path, dataProvider });

describe('a list', () => {
  it('asks for what its address says, so that a colleague sees the same rows', async () => {
    const sent = stubApi({ 'GET /api/cases': [row], 'GET /api/policies': [] });
    show(filtered);
    expect(await screen.findByRole('link', { name: /20 Nov/ })).toBeTruthy();
    const [asked] = sent.filter(({ path }) => path.startsWith('/api/cases'));
    const filter: unknown = JSON.parse(new URL(asked?.path ?? '', 'http://x').searchParams.get('filter') ?? '{}');
    expect(filter).toEqual({ program: 'anumi', customerId: 'ada' });
  });

  it('shows several states that a link asked for, and sends them as they were', async () => {
    const sent = stubApi({ 'GET /api/cases': [row], 'GET /api/policies': [] });
    show(`/cases?filter=${encodeURIComponent(JSON.stringify({ status: ['open', 'in_review'] }))}`);
    const box = await screen.findByRole('combobox', { name: 'Status' });
    expect(box.textContent).toMatch(/\w+, \w+/);
    const [asked] = sent.filter(({ path }) => path.startsWith('/api/cases'));
    expect(decodeURIComponent(asked?.path ?? '')).toContain('["open","in_review"]');
  });

  it('says that its program was chosen in another list, and takes it off', async () => {
    const sent = stubApi({ 'GET /api/cases': [row], 'GET /api/policies': [] });
    show(filtered);
    await screen.findByRole('link', { name: /20 Nov/ });
    expect(screen.queryByText(/as chosen in another list/)).toBeNull();
    cleanup();
    renderAdmin(<CaseList />, { path: '/cases', dataProvider, remembered: { 'program.last': 'anumi' } });
    expect(await screen.findByText(/Only anumi, as chosen in another list/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'All programs' }));
    await waitFor(() => expect(screen.queryByText(/as chosen in another list/)).toBeNull());
    expect(decodeURIComponent(sent.at(-1)?.path ?? '')).not.toContain('anumi');
  });

  it('takes filters off one by one where nothing matches', async () => {
    stubApi({ 'GET /api/cases': ({ path }) => (path.includes('ada') ? [] : [row]), 'GET /api/policies': [] });
    show(filtered);
    await userEvent.click(await screen.findByRole('button', { name: /customerId/ }));
    expect(await screen.findByRole('link', { name: /20 Nov/ })).toBeTruthy();
  });

  it('says why it could not be read, and tries again', async () => {
    let broken = true;
    stubApi({
      'GET /api/cases': () => (broken ? answer(503, { code: 'UNAVAILABLE', title: 'The database is away' }) : [row]),
      'GET /api/policies': [],
    });
    show('/cases');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert').textContent).toContain('The database is away');
    broken = false;
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: /20 Nov/ })).toBeTruthy();
  });

  it('keeps a query that is saved, by its name', async () => {
    stubApi({ 'GET /api/cases': [row], 'GET /api/policies': [] });
    show(filtered);
    await userEvent.click(await screen.findByRole('button', { name: /Add filter/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Save this query/ }));
    await userEvent.type(screen.getByRole('textbox', { name: /Query name/ }), 'of Ada{Enter}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /Query name/ })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: /Add filter/ }));
    expect(await screen.findByRole('menuitem', { name: /of Ada/ })).toBeTruthy();
  });
});

describe('the CSV of a list', () => {
  it('is what the server writes for the same filters', async () => {
    const sent = stubApi({
      'GET /api/cases': [row],
      'GET /api/policies': [],
      'GET /api/cases.csv': () => new Response('id\nc-1\n', { headers: { 'Content-Type': 'text/csv' } }),
    });
    const create = vi.fn(() => 'blob:1');
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: create, revokeObjectURL: vi.fn() }));
    show(filtered);
    await userEvent.click(await screen.findByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    const asked = new URL(sent.find(({ path }) => path.includes('.csv'))?.path ?? '', 'http://x').searchParams;
    expect(JSON.parse(asked.get('filter') ?? '')).toEqual({ program: 'anumi', customerId: 'ada' });
    expect(JSON.parse(asked.get('sort') ?? '')).toEqual(['openedAt', 'DESC']);
  });

  it('is not offered to those who may not export', async () => {
    keepSession({ ...becomeUser(), permissions: [{ subject: 'case', action: ['read'] }] });
    stubApi({ 'GET /api/cases': [row], 'GET /api/policies': [] });
    show(filtered);
    expect(await screen.findByRole('link', { name: /20 Nov/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Export CSV' })).toBeNull();
  });
});
