// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PayoutView } from '../../../server/contract/http/payout-view.ts';
import { PayoutPage } from '../../../admin/payouts/payout-page.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const payout: PayoutView = {
  id: 'refund/anumi/o-1/0',
  program: 'anumi',
  customerId: 'ada',
  caseId: 'c-1',
  decisionId: 'd-1',
  orderId: 'o-1',
  provider: 'polar',
  amountMinor: 999,
  currency: 'EUR',
  status: 'unknown',
  attempts: 2,
  providerRefundId: null,
  failureCode: null,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-20T10:05:00.000Z',
  submittedAt: null,
  settledAt: null,
};

beforeEach(() => void becomeUser());

const show = async (change: Partial<PayoutView> = {}): Promise<void> => {
  stubApi({ [`GET /api/payouts/${encodeURIComponent(payout.id)}`]: { ...payout, ...change } });
  const path = `/payouts/${encodeURIComponent(payout.id)}/show`;
  renderAdmin(<PayoutPage />, { path, route: '/payouts/:id/show' });
  await screen.findByRole('list', { name: 'How far it is' });
};

describe('a payout', () => {
  it('is headed by its amount with its currency, and says what its state means', async () => {
    await show();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('9.99 EUR');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('polar');
    expect(document.body.textContent).toMatch(/looked up/);
  });

  it('shows how far it came, and where it stands', async () => {
    await show();
    const steps = within(screen.getByRole('list', { name: 'How far it is' })).getAllByRole('listitem');
    expect(steps).toHaveLength(3);
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step']);
  });

  it('shows both instants of one that failed after it had settled', async () => {
    await show({
      status: 'failed',
      submittedAt: '2026-11-20T10:01:00.000Z',
      settledAt: '2026-11-20T10:02:00.000Z',
      failureCode: 'LATE_FAILURE',
    });
    expect(document.body.textContent).toContain('20 Nov 2026, 10:02:00 UTC');
    expect(document.body.textContent).toContain('20 Nov 2026, 10:05:00 UTC');
    expect(document.body.textContent).toContain('LATE_FAILURE');
  });

  it('leads to its case and its decision', async () => {
    await show();
    const targets = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(targets).toEqual(expect.arrayContaining(['/cases/c-1/show', '/decisions/d-1/show']));
  });
});
