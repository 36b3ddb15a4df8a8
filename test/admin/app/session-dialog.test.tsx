// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { put } from '../../../admin/api/request.ts';
import { SessionDialog } from '../../../admin/app/session-dialog.tsx';
import { renderAdmin } from '../render.tsx';
import { answer, becomeUser, stubApi, type Sent } from '../stub-api.ts';

/** A service whose session is over until somebody signs in; the page holds a form that somebody is writing in. */
function endSession(): Sent[] {
  const session = becomeUser();
  let over = true;
  const sent = stubApi({
    'POST /api/session': () => {
      over = false;
      return session;
    },
    'PUT /api/policy-versions/anumi.d1': () => (over ? answer(401, { code: 'UNAUTHENTICATED' }) : { revision: 2 }),
  });
  renderAdmin(
    <>
      <input aria-label="Amount" defaultValue="10" />
      <SessionDialog />
    </>,
  );
  return sent;
}

describe('a session that ends while somebody edits', () => {
  it('is renewed over the page, and the save is sent again with what was written', async () => {
    const sent = endSession();
    const saved = put('/api/policy-versions/anumi.d1', { revision: 1, amount: 10 });
    const dialog = await screen.findByRole('dialog', { name: /session/i });
    expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toBe('10');
    expect(screen.getByLabelText<HTMLInputElement>(/^E-mail/).value).toBe('me@example.test');
    await userEvent.type(screen.getByLabelText(/^Password/), 'secret{Enter}');
    await expect(saved).resolves.toEqual({ revision: 2 });
    await waitFor(() => expect(dialog.isConnected).toBe(false));
    const puts = sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(puts).toEqual([
      { revision: 1, amount: 10 },
      { revision: 1, amount: 10 },
    ]);
  });

  it('leaves the save refused where its person does not sign in, and the page as it was', async () => {
    const sent = endSession();
    const saved = put('/api/policy-versions/anumi.d1', { revision: 1 }).catch((error: unknown) => error);
    const dialog = await screen.findByRole('dialog', { name: /session/i });
    const [leave] = [...dialog.querySelectorAll('button')].toReversed();
    if (leave !== undefined) await userEvent.click(leave);
    expect(await saved).toMatchObject({ status: 401 });
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(screen.getByLabelText<HTMLInputElement>('Amount').value).toBe('10');
  });
});
