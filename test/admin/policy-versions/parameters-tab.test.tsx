// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findParameter } from '../../../admin/policy-versions/model/edit-content.ts';
import { openParameters, retype, row, valueOf } from './parameter-screen.tsx';
import { signIn } from './render-draft.tsx';
import type { Answer } from './render-draft.tsx';

// Nothing is hidden here; to ask of every element whether it is takes most of the time.
configure({ defaultHidden: true });
beforeEach(() => signIn('policy_owner'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a value that is not set', () => {
  const overview = (referrals: number): Readonly<Record<string, Answer>> => ({
    'GET /api/overview': () => ({
      body: { unsetParameters: [{ program: 'anumi', name: 'qualityWindow', referrals }] },
    }),
  });

  it('says what being unset did, begins with nothing, and is set only when every field is filled in', async () => {
    const { draft } = openParameters(overview(37));
    expect(await row('qualityWindow').findByText(/37 decisions went to a person/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Quality window: set a value' }));
    const amount = row('qualityWindow').getByLabelText('Amount');
    expect((amount as HTMLInputElement).value).toBe('');
    await userEvent.type(amount, '30');
    expect(valueOf(draft, 'qualityWindow')).toBeUndefined();
    const choose = async (label: string, option: string): Promise<void> => {
      await userEvent.click(row('qualityWindow').getByRole('combobox', { name: label }));
      await userEvent.click(await screen.findByRole('option', { name: new RegExp(`^${option}`) }));
    };
    await choose('Unit', 'days');
    await choose('Counting', 'exact hours');
    expect(valueOf(draft, 'qualityWindow')).toEqual({ amount: 30, unit: 'days', counting: 'elapsed' });
    expect(row('qualityWindow').getByText(/37 decisions went to a person/)).toBeTruthy();
    await userEvent.click(row('qualityWindow').getByRole('button', { name: 'Unset again' }));
    expect(findParameter(draft.now().content, 'qualityWindow')?.provenance).toBe('unset');
  });

  it('says no number where it did nothing', async () => {
    const { sent } = openParameters(overview(0));
    await waitFor(() => expect(sent.some(({ path }) => path === '/api/overview')).toBe(true));
    expect(row('qualityWindow').queryByText(/went to a person for want/)).toBeNull();
    expect(row('qualityWindow').getByText(/Claims that need it go to a person/)).toBeTruthy();
  });
});

describe('the list of parameters', () => {
  it('is stepped through by [ and ], outside fields alone', async () => {
    openParameters();
    const at = (): string | null | undefined =>
      document.activeElement?.closest('[data-parameter]')?.getAttribute('data-parameter');
    await userEvent.keyboard(']');
    expect(at()).toBe('cashWindow');
    await userEvent.keyboard(']');
    expect(at()).toBe('qualityWindow');
    await userEvent.keyboard('[[');
    expect(at()).toBe('cashWindow');
    await userEvent.click(row('courtesyCap').getByLabelText('How often'));
    await userEvent.keyboard(']');
    expect(at()).toBe('courtesyCap');
  });

  it('shows what is changed, not set or assumed, with its numbers', async () => {
    openParameters();
    await retype(row('cashWindow').getByLabelText('Amount'), '10');
    await userEvent.click(screen.getByRole('button', { name: 'Changed 1' }));
    expect([...document.querySelectorAll('[data-parameter]')].map((one) => one.getAttribute('data-parameter'))).toEqual(
      ['cashWindow'],
    );
    expect(screen.getByRole('button', { name: 'Not set 1' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Assumed 1' })).toBeTruthy();
  });

  it('lets nothing be changed where the draft is only read', () => {
    openParameters({}, false);
    expect(row('cashWindow').getByLabelText('Amount').hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Quality window: set a value' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm assumption' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save draft' })).toBeNull();
  });
});
