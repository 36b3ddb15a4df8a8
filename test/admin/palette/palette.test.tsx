// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useLocation } from 'react-router-dom';
import { Palette } from '../../../admin/palette/palette.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const policies = [{ id: 'anumi', name: 'Anumi', isFloor: false }];
const hit = { type: 'decision', id: 'd-81', program: 'anumi', label: 'Decision d-81', link: '/decisions/d-81/show' };

const close = vi.fn();
function Where(): string {
  return `at ${useLocation().pathname}`;
}

beforeEach(() => {
  close.mockReset();
  becomeUser();
  Element.prototype.scrollIntoView = vi.fn();
});

const open = (): void =>
  void renderAdmin(
    <>
      <Where />
      <Palette onClose={close} />
    </>,
  );

describe('search or jump', () => {
  it('has a name, and the focus in its field', () => {
    stubApi({ 'GET /api/policies': policies });
    open();
    expect(screen.getByRole('dialog', { name: 'Search or jump' })).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });

  it('goes to a page by its name with Enter', async () => {
    stubApi({ 'GET /api/policies': policies, 'GET /api/lookup': [] });
    open();
    await userEvent.type(screen.getByRole('combobox'), 'payou');
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('Payouts');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1));
    expect(document.body.textContent).toContain('at /payouts');
  });

  it('finds a policy by its name, and anything else by what the server answers', async () => {
    const sent = stubApi({ 'GET /api/policies': policies, 'GET /api/lookup': [hit] });
    open();
    await userEvent.type(screen.getByRole('combobox'), 'anum');
    expect(await screen.findByRole('option', { name: /Anumi/ })).toBeTruthy();
    await userEvent.clear(screen.getByRole('combobox'));
    await userEvent.type(screen.getByRole('combobox'), 'd-81');
    await userEvent.click(await screen.findByRole('option', { name: /Decision d-81/ }));
    expect(document.body.textContent).toContain('at /decisions/d-81/show');
    expect(sent.some(({ path }) => path === '/api/lookup?q=d-81')).toBe(true);
  });

  it('offers no page that the reader may not see', () => {
    becomeUser(['decision']);
    stubApi({});
    open();
    const names = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(names.some((name) => name.startsWith('Decisions'))).toBe(true);
    expect(names.some((name) => name.startsWith('Users'))).toBe(false);
  });
});
