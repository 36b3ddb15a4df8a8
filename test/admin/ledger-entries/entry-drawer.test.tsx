// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntryView } from '../../../server/contract/http/entry-view.ts';
import { EntryDrawer } from '../../../admin/ledger-entries/entry-drawer.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser } from '../stub-api.ts';

const entry: EntryView = {
  id: 'e-901',
  key: 'auto/anumi/g-1',
  kind: 'credits_restored',
  program: 'anumi',
  customerId: 'ada',
  walletId: 'w-77',
  orderId: null,
  generationId: 'g-1',
  caseId: 'c-81',
  decisionId: 'd-81',
  payoutId: null,
  occurredAt: '2026-11-20T09:30:00.000Z',
  recordedAt: '2026-11-20T09:30:00.120Z',
  postings: [
    { account: 'wallet:w-77:o-5521', commodity: 'credit:anumi', amount: 4 },
    { account: 'issued', commodity: 'credit:anumi', amount: -4 },
  ],
  reverses: null,
};

beforeEach(() => void becomeUser());

describe('a ledger entry', () => {
  it('shows its postings on their sides, and that they sum to nothing', () => {
    renderAdmin(<EntryDrawer entry={entry} onClose={vi.fn()} />);
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
    expect(cells[0]?.[3]).toMatch(/^4/);
    expect(cells[0]?.[2]).toBe('');
    expect(cells[1]?.[2]).toMatch(/^4/);
    expect(cells[2]?.at(-1)).toMatch(/0/);
  });

  it('says so where they do not', () => {
    const [first] = entry.postings;
    if (first === undefined) throw new Error('the entry has postings');
    renderAdmin(<EntryDrawer entry={{ ...entry, postings: [first] }} onClose={vi.fn()} />);
    expect(within(screen.getByRole('table')).getAllByRole('row').at(-1)?.textContent).not.toMatch(/= 0/);
  });

  it('leads to what caused it, and to its wallet', () => {
    renderAdmin(<EntryDrawer entry={entry} onClose={vi.fn()} />);
    const targets = screen.getAllByRole('link').map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));
    expect(targets).toEqual(
      expect.arrayContaining(['/decisions/d-81/show', '/cases/c-81/show', '/wallets/anumi~w-77/show']),
    );
  });
});
