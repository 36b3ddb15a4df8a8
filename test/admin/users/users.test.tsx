// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserView } from '../../../server/contract/http/user-view.ts';
import { AddUserButton } from '../../../admin/users/add-user-button.tsx';
import { UserActs } from '../../../admin/users/user-acts.tsx';
import { wordGrants } from '../../../admin/users/grants-editor.tsx';
import { renderAdmin } from '../render.tsx';
import { becomeUser, stubApi } from '../stub-api.ts';

const ada: UserView = { ...becomeUser().user, id: 'u-ada', name: 'Ada', email: 'ada@example.test' };

beforeEach(() => void becomeUser());

describe('a user', () => {
  it('is made with roles, and the first password is shown once', async () => {
    const made = { ...ada, oneTimePassword: 'pw-once', expiresAt: '2026-12-01T10:00:00.000Z' };
    const sent = stubApi({ 'POST /api/users': made, 'GET /api/policies': [] });
    renderAdmin(<AddUserButton />);
    await userEvent.click(screen.getByRole('button', { name: 'Add a user…' }));
    const dialog = screen.getByRole('dialog');
    const [verb] = within(dialog).getAllByRole('button').toReversed();
    expect(verb?.hasAttribute('disabled')).toBe(true);
    await userEvent.type(within(dialog).getByLabelText(/^E-mail/), 'ada@example.test');
    await userEvent.type(within(dialog).getByLabelText(/^Name/), 'Ada');
    if (verb !== undefined) await userEvent.click(verb);
    expect(await screen.findByText('pw-once')).toBeTruthy();
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      email: 'ada@example.test',
      name: 'Ada',
      grants: [{ role: 'reviewer', programs: ['*'] }],
    });
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByText('pw-once')).toBeNull());
  });

  it('is locked with a reason alone', async () => {
    const sent = stubApi({ 'PUT /api/users/u-ada': { ...ada, status: 'locked' } });
    const reload = vi.fn();
    renderAdmin(<UserActs user={ada} own={false} reload={reload} />);
    await userEvent.click(screen.getByRole('button', { name: 'Lock…' }));
    const dialog = screen.getByRole('dialog');
    const [verb] = within(dialog).getAllByRole('button').toReversed();
    expect(verb?.hasAttribute('disabled')).toBe(true);
    await userEvent.type(within(dialog).getByRole('textbox'), 'has left the company');
    if (verb !== undefined) await userEvent.click(verb);
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(sent[0]?.body).toEqual({ status: 'locked', reason: 'has left the company' });
  });

  it('can neither lock themselves nor give themselves a password', () => {
    renderAdmin(<UserActs user={ada} own reload={vi.fn()} />);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Sign out everywhere…']);
  });

  it('has roles in words, each with its programs', () => {
    const words = (key: string): string => (key === 'common.colon' ? ': ' : key);
    const grants = [
      { role: 'auditor', programs: ['*'] },
      { role: 'policy_owner', programs: ['anumi', 'jimeng'] },
    ] as const;
    const worded = wordGrants(
      grants.map(({ role, programs }) => ({ role, programs: [...programs] })),
      words,
      (program) => program.toUpperCase(),
    );
    expect(worded).toBe('role.auditor: user.allPrograms; role.policy_owner: ANUMI, JIMENG');
  });
});
