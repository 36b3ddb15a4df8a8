// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FlipsPanel } from '../../../admin/policy-versions/cases/flips-panel.tsx';
import { ApproveBar } from '../../../admin/policy-versions/review/approve-bar.tsx';
import { SubmitPanel } from '../../../admin/policy-versions/review/submit-panel.tsx';
import { WithdrawAct } from '../../../admin/policy-versions/review/withdraw-act.tsx';
import { renderAdmin } from '../render.tsx';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';
import type { Answer } from './render-draft.tsx';
import { buildFlip, buildGate, buildVersion } from './sample-version.ts';

beforeEach(() => signIn('policy_owner'));

const PATH = '/api/policy-versions/anumi.d1';
const seen = { by: { id: 'user/a', name: 'Owner A' }, at: '2026-11-20T10:41:00.000Z' };
const submit = (): HTMLElement => screen.getByRole('button', { name: 'Submit for approval…' });
const why = (text: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name: /^Why/ }), { target: { value: text } });
};

describe('submitting', () => {
  it('is shut while a flip was not looked at, and says which condition is open', () => {
    answerRequests();
    renderDraft(
      <SubmitPanel />,
      buildVersion({ gate: buildGate([buildFlip('1'), buildFlip('2', { acknowledged: seen })]) }),
    );
    why('Terms of 1 December.');
    expect(submit().hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('1 flips were not looked at')).toBeTruthy();
  });

  it('needs a reason of ten characters and a saved draft', async () => {
    answerRequests();
    const draft = renderDraft(<SubmitPanel />);
    expect(submit().hasAttribute('disabled')).toBe(true);
    why('too short');
    expect(submit().hasAttribute('disabled')).toBe(true);
    why('Terms of 1 December.');
    expect(submit().hasAttribute('disabled')).toBe(false);
    draft.now().edit((content) => ({ ...content, name: 'Anumi, again' }));
    await waitFor(() => expect(submit().hasAttribute('disabled')).toBe(true));
    expect(screen.getByText(/Save the draft first/)).toBeTruthy();
  });

  it('refuses an instant that has passed, in place', async () => {
    answerRequests();
    renderDraft(<SubmitPanel />);
    why('Terms of 1 December.');
    await userEvent.click(screen.getByRole('radio', { name: 'at' }));
    expect(submit().hasAttribute('disabled')).toBe(true);
    fireEvent.change(screen.getByLabelText('Day and time'), { target: { value: '2020-01-01T00:00' } });
    expect(screen.getByText('This instant has passed.')).toBeTruthy();
    expect(screen.getByText('Choose a day and time that has not passed.')).toBeTruthy();
    expect(screen.queryByText('Say why; the approver reads it.')).toBeNull();
    expect(submit().hasAttribute('disabled')).toBe(true);
  });

  it('restates the consequence, and sends the reason and when it goes live', async () => {
    const sent = answerRequests({
      [`POST ${PATH}/submit`]: () => ({ body: buildVersion({ status: 'submitted' }) }),
    });
    renderDraft(<SubmitPanel />);
    why('  Terms of 1 December.  ');
    await userEvent.click(submit());
    const dialog = within(screen.getByRole('dialog', { name: 'Submit for approval' }));
    expect(dialog.getByText(/Somebody else approves exactly this/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Submit' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ path }) => path.endsWith('/submit'))?.body).toEqual({
      effectiveAt: null,
      reason: 'Terms of 1 December.',
    });
  });
});

describe('flips', () => {
  it('of a value and of a rule are looked at apart, and acknowledged by their ids', async () => {
    const sent = answerRequests({ [`POST ${PATH}/acknowledge`]: () => ({ body: buildVersion() }) });
    const ofRule = buildFlip('2', { parameter: null, rule: 'cash-window-passed' });
    renderDraft(<FlipsPanel />, buildVersion({ gate: buildGate([buildFlip('1'), ofRule]) }));
    const rule = within(screen.getByRole('region', { name: 'Rule: Cash window passed' }));
    await userEvent.click(rule.getByRole('button', { name: /^Acknowledge/ }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/place 2, granted → denied/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Acknowledge' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ path }) => path.endsWith('/acknowledge'))?.body).toEqual({ flipIds: ['2'] });
  });

  it('cannot be acknowledged while something is unsaved, since the values may be others', async () => {
    answerRequests();
    const draft = renderDraft(<FlipsPanel />, buildVersion({ gate: buildGate([buildFlip('1')]) }));
    expect(screen.getByRole('button', { name: /^Acknowledge/ })).toBeTruthy();
    draft.now().edit((content) => ({ ...content, name: 'Anumi, again' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Acknowledge/ })).toBeNull());
  });
});

describe('approving', () => {
  const submitted = buildVersion({
    status: 'submitted',
    gate: buildGate([buildFlip('1', { acknowledged: seen })]),
    submission: { ...seen, effectiveAt: '2026-12-01T00:00:00.000Z', zone: 'UTC', reason: 'Terms.', digest: 'd' },
  });
  const digest =
    (change: object = {}): Answer =>
    () => ({
      body: {
        digest: submitted.digest,
        revision: 7,
        status: 'submitted',
        changedAt: '2026-11-20T10:46:00.000Z',
        changedBy: { id: 'user/c', name: 'Owner C' },
        ...change,
      },
    });
  function open(answers: Readonly<Record<string, Answer>> = {}) {
    const sent = answerRequests({ [`GET ${PATH}/digest`]: digest(), ...answers });
    const reload = vi.fn(async () => undefined);
    renderAdmin(<ApproveBar version={submitted} digest={submitted.digest} onReload={reload} />);
    return { sent, reload };
  }

  it('repeats instant, flips and digest, and approves that digest alone', async () => {
    signIn('policy_approver', 'b');
    const { sent } = open({ [`POST ${PATH}/approve`]: () => ({ body: submitted }) });
    await userEvent.click(screen.getByRole('button', { name: 'Approve…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Approve' }));
    expect(dialog.getByText(/From 1 Dec 2026, 00:00 UTC: 1 boundary case changes its outcome/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ path }) => path.endsWith('/approve'))?.body).toEqual({ digest: submitted.digest });
  });

  it('is refused only with a reason of ten characters', async () => {
    signIn('policy_approver', 'b');
    const { sent } = open({ [`POST ${PATH}/reject`]: () => ({ body: submitted }) });
    await userEvent.click(screen.getByRole('button', { name: 'Reject…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Reject' }));
    const reject = dialog.getByRole('button', { name: 'Reject' });
    expect(reject.hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'No.' } });
    expect(reject.hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Proof of the terms is missing.' } });
    await userEvent.click(reject);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.find(({ path }) => path.endsWith('/reject'))?.body).toEqual({
      digest: submitted.digest,
      reason: 'Proof of the terms is missing.',
    });
  });

  it('is shut as soon as something else stands than what was read', async () => {
    signIn('policy_approver', 'b');
    const { reload } = open({ [`GET ${PATH}/digest`]: digest({ digest: 'another' }) });
    expect(await screen.findByText(/changed while you were reading: Owner C/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve…' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each([
    ['an author', 'policy_approver', 'a', /You wrote part of this; someone else approves it/],
    ['an auditor', 'auditor', 'z', /approvers of this program decide/],
  ] as const)('is not offered to %s, who reads why', async (_who, role, id, sentence) => {
    signIn(role, id);
    open();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Approve…' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reject…' })).toBeNull();
  });

  it('that was done is said to be void before a version is withdrawn', async () => {
    answerRequests();
    const approval = { ...seen, digest: 'd', effectiveFrom: '2026-12-01T00:00:00.000Z', note: null };
    renderAdmin(<WithdrawAct version={buildVersion({ status: 'scheduled', number: 2, approval })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw…' }));
    expect(screen.getByText('This voids Owner A’s approval.')).toBeTruthy();
  });
});
