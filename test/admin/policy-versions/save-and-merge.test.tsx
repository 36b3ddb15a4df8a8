// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { findParameter, setParameterValue } from '../../../admin/policy-versions/model/edit-content.ts';
import { RebaseAct } from '../../../admin/policy-versions/merge/rebase-act.tsx';
import type { MergeRowView } from '../../../server/contract/http/policy-change-view.ts';
import type { PolicyContent } from '../../../server/core/policies/policy-version.ts';
import { buildWindow } from '../../builders/policy-draft.ts';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';
import type { Answer, DraftScreen, Sent } from './render-draft.tsx';
import { buildSampleContent, buildVersion } from './sample-version.ts';

beforeEach(() => signIn('policy_owner'));

const PATH = '/api/policy-versions/anumi.d1';
const days = (amount: number) => ({ amount, unit: 'days' as const, counting: 'elapsed' as const });
const withWindow = (content: PolicyContent, amount: number): PolicyContent =>
  setParameterValue(content, null, 'cashWindow', days(amount));
const saveButton = (): HTMLElement => screen.getByRole('button', { name: 'Save draft' });
const windowSent = (one: Sent | undefined): unknown => {
  const { content } = (one?.body ?? {}) as { content?: unknown };
  return windowOf(content);
};
const windowOf = (content: unknown): unknown => findParameter(content as PolicyContent, 'cashWindow')?.value;

/** Changes the cash window on the screen, as an input would. */
async function type(draft: DraftScreen, amount: number): Promise<void> {
  draft.now().edit((content) => withWindow(content, amount));
  await waitFor(() => expect(draft.now().dirty).toBe(true));
}

function row(state: MergeRowView['state'], change: Partial<MergeRowView> = {}): MergeRowView {
  const say = (text: string) => ({ en: text, zh: text });
  return {
    key: 'parameter/cashWindow',
    kind: 'parameter',
    name: 'cashWindow',
    state,
    base: buildWindow('cashWindow', 14),
    theirs: buildWindow('cashWindow', 12),
    mine: buildWindow('cashWindow', 10),
    words: { base: say('14 days'), theirs: say('12 days'), mine: say('10 days') },
    ...change,
  };
}

const stale = (): ReturnType<Answer> => ({
  status: 409,
  body: {
    code: 'STALE_SAVE',
    title: 'Someone saved before you',
    revision: 8,
    savedAt: '2026-11-20T10:45:02.000Z',
    savedBy: { id: 'user/b', name: 'Appr B' },
    base: { revision: 7 },
    rows: [
      row('clash'),
      row('mine', { key: 'parameter/score', name: 'score', words: { base: s('70'), theirs: s('70'), mine: s('71') } }),
    ],
    merged: { content: withWindow(buildSampleContent(), 12), cases: [] },
  },
});
const s = (text: string) => ({ en: text, zh: text });

describe('the save bar', () => {
  it('counts what is unsaved, saves by its key, and says so', async () => {
    const sent = answerRequests({
      [`PUT ${PATH}`]: (body) => ({ body: { ...buildVersion(), ...(body as object), revision: 8 } }),
    });
    const draft = renderDraft(<p />);
    expect(screen.getByText('No unsaved changes')).toBeTruthy();
    expect(saveButton().hasAttribute('disabled')).toBe(true);
    await type(draft, 10);
    expect(screen.getByText('1 unsaved change')).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(screen.getByTestId('said').textContent).toBe('Saved.'));
    const [put] = sent.filter(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({ revision: 7, cases: [] });
    expect(windowSent(put)).toEqual(days(10));
  });

  it('puts everything back on request', async () => {
    answerRequests();
    const draft = renderDraft(<p />);
    await type(draft, 10);
    await userEvent.click(screen.getByRole('button', { name: 'Undo all' }));
    expect(draft.now().dirty).toBe(false);
    expect(windowOf(draft.now().content)).toEqual(days(14));
  });

  it('keeps what was typed where a save fails, says why, and offers it as a file', async () => {
    answerRequests({
      [`PUT ${PATH}`]: () => ({ status: 503, body: { title: 'The store cannot be reached', code: 'X' } }),
    });
    const draft = renderDraft(<p />);
    await type(draft, 10);
    await userEvent.click(saveButton());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not saved');
    expect(within(alert).getByRole('button', { name: 'Download my changes' })).toBeTruthy();
    expect(windowOf(draft.now().content)).toEqual(days(10));
    expect(draft.now().dirty).toBe(true);
  });
});

describe('a save that met another', () => {
  const puts = (sent: readonly Sent[]) => sent.filter(({ method }) => method === 'PUT');

  it('shows both sides, chooses nothing beforehand, and saves the merge on top of theirs', async () => {
    let saves = 0;
    const sent = answerRequests({
      [`PUT ${PATH}`]: (body) => {
        saves += 1;
        return saves === 1 ? stale() : { body: { ...buildVersion(), ...(body as object), revision: 9 } };
      },
    });
    const draft = renderDraft(<p />);
    await type(draft, 10);
    await userEvent.click(saveButton());
    const dialog = within(await screen.findByRole('dialog', { name: 'Someone saved before you' }));
    expect(dialog.getByText(/Appr B, 20 Nov 2026, 10:45:02 UTC, revision 8 \(you began at 7\)/)).toBeTruthy();
    expect(dialog.getByText('Score: 71 (yours)')).toBeTruthy();
    const choice = dialog.getByRole('radiogroup', { name: 'Keep for Cash window' });
    expect(within(choice).queryByRole('radio', { checked: true })).toBeNull();
    expect(dialog.getByText('1 choice left')).toBeTruthy();
    const save = dialog.getByRole('button', { name: 'Save merged, revision 9' });
    expect(save.hasAttribute('disabled')).toBe(true);
    await userEvent.click(within(choice).getByRole('radio', { name: /yours: 10 days/ }));
    await userEvent.click(save);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [, second] = puts(sent);
    expect(second?.body).toMatchObject({ revision: 8 });
    expect(windowSent(second)).toEqual(days(10));
  });

  it('can be left with everything as it was typed', async () => {
    answerRequests({ [`PUT ${PATH}`]: stale });
    const draft = renderDraft(<p />);
    await type(draft, 10);
    await userEvent.click(saveButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Back to editing' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(windowOf(draft.now().content)).toEqual(days(10));
  });

  it('asks again where somebody is faster once more', async () => {
    const sent = answerRequests({ [`PUT ${PATH}`]: stale });
    const draft = renderDraft(<p />);
    await type(draft, 10);
    await userEvent.click(saveButton());
    await userEvent.click(await screen.findByRole('radio', { name: /theirs: 12 days/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save merged, revision 9' }));
    await waitFor(() => expect(puts(sent)).toHaveLength(2));
    expect(await screen.findByRole('dialog', { name: 'Someone saved before you' })).toBeTruthy();
    expect(windowSent(puts(sent)[1])).toEqual(days(12));
  });
});

describe('a draft behind live', () => {
  it('is brought up to date at once where nothing clashes', async () => {
    const sent = answerRequests({ [`POST ${PATH}/rebase`]: () => ({ body: buildVersion() }) });
    renderDraft(<RebaseAct />, buildVersion({ behindLive: true }));
    fireEvent.click(screen.getByRole('button', { name: 'Bring up to date…' }));
    await waitFor(() => expect(sent.filter(({ path }) => path.endsWith('/rebase'))).toHaveLength(1));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks which side counts where both changed the same, and sends the choice', async () => {
    let asked = 0;
    const sent = answerRequests({
      [`POST ${PATH}/rebase`]: () => {
        asked += 1;
        return asked === 1
          ? { status: 409, body: { code: 'MERGE_CLASH', title: 'Both changed', rows: [row('clash')] } }
          : { body: buildVersion() };
      },
    });
    renderDraft(<RebaseAct />, buildVersion({ behindLive: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Bring up to date…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Bring the draft up to date' }));
    expect(dialog.queryByRole('radio', { checked: true })).toBeNull();
    await userEvent.click(dialog.getByRole('radio', { name: /draft: 10 days/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Bring up to date' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.filter(({ path }) => path.endsWith('/rebase')).map(({ body }) => body)).toEqual([
      { resolutions: {} },
      { resolutions: { 'parameter/cashWindow': 'mine' } },
    ]);
  });
});
