// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dataProvider } from '../../../admin/api/data-provider.ts';
import { AddKeyButton } from '../../../admin/api-keys/add-key-button.tsx';
import { ApiKeyList } from '../../../admin/api-keys/api-key-list.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const key = {
  id: 'k-1',
  name: 'shop',
  programs: ['anumi'],
  verbs: ['events:write'],
  createdAt: '2026-11-20T10:00:00.000Z',
  revokedAt: null,
};

beforeEach(() => {
  becomeUser();
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

describe('an API key', () => {
  it('is shown once, until its reader says that it is stored, and never again', async () => {
    stubApi({ 'POST /api/api-keys': { id: 'k-1', key, secret: 'rk_secret' }, 'GET /api/policies': [] });
    renderAdmin(<AddKeyButton />);
    await userEvent.click(screen.getByRole('button', { name: 'New key…' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/^What for/), 'shop');
    const [verb] = within(dialog).getAllByRole('button').toReversed();
    if (verb !== undefined) await userEvent.click(verb);
    expect(await screen.findByText('rk_secret')).toBeTruthy();
    const done = screen.getByRole('button', { name: 'Done' });
    expect(done.hasAttribute('disabled')).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('rk_secret')).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(done);
    await waitFor(() => expect(document.body.textContent).not.toContain('rk_secret'));
  });

  it('is listed without its secret and revoked with a reason', async () => {
    const sent = stubApi({
      'GET /api/api-keys': [key],
      'GET /api/policies': [],
      'POST /api/api-keys/k-1/revoke': { ...key, revokedAt: '2026-11-21T10:00:00.000Z' },
    });
    renderAdmin(<ApiKeyList />, { path: '/api-keys', dataProvider });
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke…' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'it was published by mistake');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'it was published by mistake' });
  });
});
