// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { CasesTab } from '../../../admin/policy-versions/cases/cases-tab.tsx';
import { listUnsaved, selectCurrent } from '../../../admin/policy-versions/cases/unsaved-cases.tsx';
import type { CaseRowView } from '../../../server/contract/http/policy-gate-view.ts';
import type { GoldenCase } from '../../../server/contract/rules/golden-case-schema.ts';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';

beforeEach(() => signIn('policy_owner'));

const build = (name: string, reasonCode = 'UNUSED_PACK'): GoldenCase => ({
  name,
  claim: { about: 'order', reason: 'unused_credits' },
  expect: { disposition: 'granted', reasonCode, rule: 'unused-pack' },
});
const row = (name: string, origin: CaseRowView['origin'] = 'owner'): CaseRowView =>
  ({ name, origin }) as Partial<CaseRowView> as CaseRowView;

describe('cases that are not saved', () => {
  it('are those that were written or changed, whose results no longer stand', () => {
    const saved = [build('kept'), build('mended'), build('removed')];
    const edited = [build('kept'), build('mended', 'OTHER'), build('written')];
    expect(listUnsaved(saved, edited).map(({ name }) => name)).toEqual(['mended', 'written']);
    const rows = [row('removed', 'golden'), row('kept'), row('mended'), row('removed')];
    expect(selectCurrent(rows, saved, edited)).toEqual([rows[0], rows[1]]);
  });

  it('are there at once when a real case is kept in two clicks, and say that they are not run yet', async () => {
    const recent = {
      id: '01M7YNAAAAAAAAAAAAAA3AFNBV',
      subject: { type: 'order', id: 'o-1' },
      claim: { reason: 'unused_credits' },
      disposition: 'granted',
    };
    const sent = answerRequests({
      'GET /api/cases': () => ({ body: [recent] }),
      'POST /api/policy-versions/anumi.d1/case-from': () => ({ body: build('From case 1') }),
    });
    const draft = renderDraft(<CasesTab />);
    await userEvent.click(screen.getByRole('button', { name: 'From a real case…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(await screen.findByRole('option', { name: /01M7YN.+Order o-1 · Unused credits · Granted/u }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }));
    const list = await screen.findByRole('list', { name: 'Not saved yet: 1 case' });
    expect(within(list).getByText(/not saved yet · Expected: Granted · Unused pack/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Yours 1' })).toBeTruthy();
    expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ caseId: recent.id });
    await userEvent.click(within(list).getByRole('button', { name: 'Remove From case 1' }));
    expect(draft.now().cases).toEqual([]);
  });
});
