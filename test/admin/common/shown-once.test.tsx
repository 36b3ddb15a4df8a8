// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ShownOnce } from '../../../admin/common/shown-once.tsx';
import { renderAdmin } from '../render.tsx';

afterEach(cleanup);

it('a secret stays until its reader says that it is stored', async () => {
  const onDone = vi.fn();
  renderAdmin(<ShownOnce secret="rk_live_1" label="The key" onDone={onDone} />);
  expect(screen.getByText('rk_live_1')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  expect(onDone).not.toHaveBeenCalled();
  const done = screen.getByRole('button', { name: 'Done' });
  expect(done.hasAttribute('disabled')).toBe(true);
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have stored it' }));
  await userEvent.click(done);
  expect(onDone).toHaveBeenCalledTimes(1);
});
