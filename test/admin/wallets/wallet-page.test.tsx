// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WalletView } from '../../../server/contract/http/wallet-view.ts';
import { WalletPage } from '../../../admin/wallets/wallet-page.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const lot: WalletView['lots'][number] = {
  lotId: 'o-5521',
  source: 'order',
  cashable: true,
  creditsTotal: 50,
  creditsRemaining: 26,
  creditsHeld: 12,
  creditsForfeiting: 0,
  creditsRestoring: 0,
};
const wallet: WalletView = {
  program: 'anumi',
  walletId: 'w-77',
  customerId: 'ada',
  balance: 26,
  held: 12,
  lots: [lot, { ...lot, lotId: 'c-12', source: 'courtesy', cashable: false, creditsHeld: 0, creditsRemaining: 12 }],
};

beforeEach(() => void becomeUser());

const show = async (change: Partial<WalletView> = {}): Promise<HTMLElement[]> => {
  stubApi({ 'GET /api/wallets/anumi/w-77': { ...wallet, ...change } });
  renderAdmin(<WalletPage />, { path: '/wallets/anumi~w-77/show', route: '/wallets/:id/show' });
  return within(await screen.findByRole('table')).getAllByRole('row');
};

describe('a wallet', () => {
  it('says first what can be spent and what is held', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('w-77');
    expect(document.body.textContent).toContain('26 credits to spend, 12 held');
  });

  it('lists its lots: where from, whether they can become cash, how much is left', async () => {
    const rows = await show();
    const cells = rows.slice(1).map((row) => row.textContent);
    expect(cells[0]).toMatch(/o-5521.*yes.*26.*12.*50/);
    expect(cells[1]).toMatch(/c-12.*never.*12.*0.*50/);
    expect(
      within(rows[1] ?? document.body)
        .getByRole('img')
        .getAttribute('aria-label'),
    ).toContain('26');
  });

  it('shows what was promised and not yet posted, where there is such', async () => {
    const [before] = await show();
    expect(before?.textContent).not.toMatch(/promised|coming back/i);
    cleanup();
    const [head] = await show({ lots: [{ ...lot, creditsRestoring: 4 }] });
    expect(within(head ?? document.body).getAllByRole('columnheader')).toHaveLength(9);
  });

  it('leads to its movements and to its customer’s cases', async () => {
    await show();
    const targets = screen.getAllByRole('link').map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
    expect(targets).toContain('/ledger-entries?filter={"program":"anumi","walletId":"w-77"}');
    expect(targets).toContain('/cases?filter={"program":"anumi","customerId":"ada"}');
  });
});
