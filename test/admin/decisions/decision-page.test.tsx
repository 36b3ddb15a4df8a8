// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSession } from '../../../admin/api/session-state.ts';
import { DecisionPage } from '../../../admin/decisions/decision-page.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi, type Answer, type Sent } from '../stub-api.ts';
import { SAMPLE_RULES } from '../trace/sample-trace.ts';

const version = { policy: 'anumi', number: 4, digest: 'f'.repeat(64) };
const decision = {
  id: 'd-1',
  caseId: 'c-1',
  program: 'anumi',
  disposition: 'denied',
  remedy: null,
  credits: null,
  amountMinor: null,
  currency: null,
  reasonCode: 'CASH_WINDOW_PASSED',
  clauseIds: ['ANUMI-4d'],
  missing: [],
  policyVersion: version,
  floorVersion: null,
  recordDigest: 'a'.repeat(64),
  decidedAt: '2026-11-20T09:30:00.000Z',
  message: { customer: 'Your claim came too late.', internal: 'Denied', locale: 'en' },
};
const trace = {
  decisionId: 'd-1',
  decisive: 0,
  decidedBy: 'policy',
  verdict: { en: 'Denied', zh: '拒绝' },
  nearMiss: {
    rule: 'unused-pack',
    fact: 'order.ageDays',
    operator: 'withinWindow',
    parameter: 'cashRefundWindow',
    margin: 2,
    words: { en: '2 days 4 hours too late', zh: '晚了2天4小时' },
  },
  candidates: [
    {
      basis: 'request_time',
      decidedBy: 'policy',
      policy: { version, rule: 'cash-window-passed', missing: [], rules: SAMPLE_RULES },
      floor: null,
    },
  ],
};

beforeEach(() => {
  becomeUser();
  Element.prototype.scrollIntoView = vi.fn();
});

const show = async (more: Record<string, Answer> = {}, locale: 'en' | 'zh' = 'en'): Promise<Sent[]> => {
  const sent = stubApi({
    'GET /api/decisions/d-1': decision,
    'GET /api/decisions/d-1/trace': trace,
    'GET /api/policies': [],
    'GET /api/policies/anumi/clauses': [],
    ...more,
  });
  renderAdmin(<DecisionPage />, { path: '/decisions/d-1/show', route: '/decisions/:id/show', locale });
  await screen.findByRole('tree');
  return sent;
};

describe('a denied decision', () => {
  it('opens with the verdict, then the margin, then the rule that decided', async () => {
    await show();
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toMatch(/^Denied: the cash window had passed/);
    const margin = screen.getByRole('link', { name: /2 days 4 hours too late/ });
    expect(margin.getAttribute('href')).toBe('#why');
    const deciding = screen.getByRole('treeitem', { name: /^held:\s*Cash window passed.*decides/ });
    expect(deciding.getAttribute('aria-expanded')).toBe('true');
    const order = [heading, margin, deciding];
    for (const [at, element] of order.slice(1).entries())
      expect(order[at]?.compareDocumentPosition(element)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('leaves what does not explain it out until it is asked for', async () => {
    await show();
    expect(screen.queryByRole('treeitem', { name: /Subject unknown/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'All 4' }));
    expect(screen.getByRole('treeitem', { name: /Subject unknown/ })).toBeTruthy();
  });

  it('is told in Chinese where that is chosen', async () => {
    await show({}, 'zh');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^拒绝：/);
    expect(document.body.textContent).toContain('晚了2天4小时');
  });

  it('is shown with what the customer read', async () => {
    await show();
    expect(screen.getByText('Your claim came too late.').getAttribute('lang')).toBe('en');
  });
});

describe('replaying a decision', () => {
  it('says in place that it is identical, and when; the focus stays', async () => {
    await show({ 'POST /api/decisions/d-1/replay': { identical: true, differences: [] } });
    const button = screen.getByRole('button', { name: 'Replay' });
    await userEvent.click(button);
    const status = await screen.findByText(/Identical/);
    expect(status.textContent).toMatch(/\d{2}:\d{2}:\d{2} UTC/);
    expect(document.activeElement).toBe(button);
  });

  it('lists every difference where it is not', async () => {
    const differences = [{ path: '/disposition', stored: 'denied', again: 'granted' }];
    await show({ 'POST /api/decisions/d-1/replay': { identical: false, differences } });
    await userEvent.click(screen.getByRole('button', { name: 'Replay' }));
    await waitFor(() => expect(document.body.textContent).toContain('/disposition'));
    const item = screen.getByText('/disposition').closest('li');
    expect(within(item ?? document.body).getByText(/denied.*granted/s)).toBeTruthy();
  });

  it('is not offered to those who may not', async () => {
    keepSession({ ...becomeUser(), permissions: [{ subject: 'decision', action: ['read'] }] });
    await show();
    expect(screen.queryByRole('button', { name: 'Replay' })).toBeNull();
  });
});
