// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AuditEventView } from '../../../server/contract/http/audit-event-view.ts';
import { AuditDrawer } from '../../../admin/audit-events/audit-drawer.tsx';
import { renderAdmin } from '../render.tsx';

afterEach(cleanup);

const event: AuditEventView = {
  id: 'a-1',
  at: '2026-11-20T10:44:31.120Z',
  actor: { kind: 'user', id: 'u-1', name: 'Approver B' },
  action: 'user.changed',
  program: null,
  subject: { type: 'user', id: 'u-2' },
  reason: 'moved to another team',
  ip: '203.0.113.7',
  requestId: 'r-1',
  before: { name: 'Ada', status: 'active', same: 1 },
  after: { name: 'Ada L.', status: 'active', same: 1, zone: 'UTC' },
  detail: { sessions: 2 },
};

describe('an event of the audit', () => {
  it('says who did what, when, from where and why', () => {
    renderAdmin(<AuditDrawer event={event} onClose={vi.fn()} />);
    const dialog = screen.getByRole('dialog', { name: 'Approver B changed a user' });
    expect(dialog.textContent).toContain('20 Nov 2026, 10:44:31.120 UTC');
    expect(dialog.textContent).toContain('moved to another team');
    expect(dialog.textContent).toContain('203.0.113.7');
    expect(within(dialog).getByRole('link', { name: /user/ }).getAttribute('href')).toBe('/users/u-2/show');
  });

  it('shows before and after of what changed, and of nothing else', () => {
    renderAdmin(<AuditDrawer event={event} onClose={vi.fn()} />);
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual([
      ['Ada', 'Ada L.'],
      ['–', 'UTC'],
    ]);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['name', 'zone']);
  });

  it('says that it was only read, and closes', async () => {
    const close = vi.fn();
    renderAdmin(<AuditDrawer event={{ ...event, action: 'case.read', before: null, after: null }} onClose={close} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByText('It was read; nothing was changed.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('says of a withdrawal which version and from when, and nothing of values', () => {
    const detail = { number: 2, effectiveFrom: Date.parse('2026-11-23T08:00:00.000Z') };
    const withdrawn = { ...event, action: 'policy_version.withdrawn', before: null, after: null, detail };
    renderAdmin(<AuditDrawer event={withdrawn} onClose={vi.fn()} />);
    const { textContent } = screen.getByRole('dialog', { name: 'Approver B took a scheduled version back' });
    expect(textContent).toMatch(/Version2In effect from23 Nov 2026, 08:00:00 UTC/);
    expect(textContent).not.toContain('changed');
  });

  it('folds a whole case, and has the focus at its beginning', () => {
    const after = { 'case/A pack': { name: 'A pack', events: 'x'.repeat(200) } };
    renderAdmin(<AuditDrawer event={{ ...event, before: {}, after }} onClose={vi.fn()} />);
    expect(screen.getByRole('rowheader', { name: 'Case: A pack' })).toBeTruthy();
    expect(screen.getByText('Show the whole').closest('details')?.open).toBe(false);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
  });

  it('is nothing where no event is chosen', () => {
    renderAdmin(<AuditDrawer event={null} onClose={vi.fn()} />);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['decision', 'en', 'Approver B read the list of decisions', 'list'],
    ['entry', 'zh', 'Approver B 查看分录列表', '列表'],
    ['lookup', 'en', 'Approver B searched', 'list'],
  ] as const)('says that a list was read, and not one thing of it (%s, %s)', (type, locale, name, subject) => {
    const read = { ...event, action: `${type}.read`, subject: { type, id: 'list' }, detail: { filter: '{}', rows: 2 } };
    renderAdmin(<AuditDrawer event={read} onClose={vi.fn()} />, { locale });
    const dialog = screen.getByRole('dialog', { name });
    expect(within(dialog).getByText(subject)).toBeTruthy();
    expect(within(dialog).queryByRole('link')).toBeNull();
  });

  it('says which part of a thing was read', () => {
    const read = {
      ...event,
      action: 'decision.read',
      subject: { type: 'decision', id: 'd-1' },
      detail: { part: 'trace' },
    };
    renderAdmin(<AuditDrawer event={read} onClose={vi.fn()} />);
    expect(screen.getByRole('dialog', { name: 'Approver B read the trace of a decision' })).toBeTruthy();
  });
});
