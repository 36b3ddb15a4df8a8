// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../admin/api/problem-error.ts';
import { ActButton } from '../../../admin/common/act-button.tsx';
import { renderAdmin } from '../render.tsx';

afterEach(cleanup);

const show = (run: (reason: string) => Promise<unknown>, reason: 'none' | 'required' = 'required'): void => {
  renderAdmin(
    <ActButton
      label="Reject…"
      title="Reject version 5"
      consequence="Version 4 goes on deciding."
      verb="Reject"
      reason={reason}
      run={run}
    />,
  );
};
const verb = (): HTMLElement => screen.getByRole('button', { name: 'Reject' });

describe('a careful act', () => {
  it('restates its consequence and repeats its verb', async () => {
    show(async () => undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Reject…' }));
    const dialog = screen.getByRole('dialog', { name: 'Reject version 5' });
    expect(dialog.textContent).toContain('Version 4 goes on deciding.');
    expect(verb()).toBeTruthy();
  });

  it('cannot be done without a reason of ten characters', async () => {
    const run = vi.fn(async () => undefined);
    show(run);
    await userEvent.click(screen.getByRole('button', { name: 'Reject…' }));
    const field = screen.getByRole('textbox', { name: /Why/ });
    expect(verb().hasAttribute('disabled')).toBe(true);
    await userEvent.type(field, 'too short{Control>}{Enter}{/Control}');
    expect(run).not.toHaveBeenCalled();
    await userEvent.type(field, ' a reason');
    await userEvent.click(verb());
    await waitFor(() => expect(run).toHaveBeenCalledWith('too short a reason'));
  });

  it('is confirmed with Ctrl and Enter, and gives the focus back', async () => {
    const run = vi.fn(async () => undefined);
    show(run);
    const opener = screen.getByRole('button', { name: 'Reject…' });
    await userEvent.click(opener);
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'proof is missing{Control>}{Enter}{/Control}');
    await waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(opener);
  });

  it('stays and says why when the server refuses', async () => {
    show(async () => {
      throw new ProblemError(409, { code: 'X', title: 'Not rejected', detail: 'The content changed.' });
    }, 'none');
    await userEvent.click(screen.getByRole('button', { name: 'Reject…' }));
    await userEvent.click(verb());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not rejected. The content changed.');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });
});
