// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { findParameter } from '../../../admin/policy-versions/model/edit-content.ts';
import { ParametersTab } from '../../../admin/policy-versions/parameters/parameters-tab.tsx';
import { openParameters, retype, row, said, valueOf } from './parameter-screen.tsx';
import { answerRequests, renderDraft, signIn } from './render-draft.tsx';
import type { Answer } from './render-draft.tsx';
import { buildVersion } from './sample-version.ts';

// Nothing is hidden here; to ask of every element whether it is takes most of the time.
configure({ defaultHidden: true });
beforeEach(() => signIn('policy_owner'));

/** The tab of parameters, left and come back to. */
function TabAndBack(): ReactElement {
  const [there, setThere] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setThere(!there)}>
        Another tab
      </button>
      {there ? <ParametersTab /> : null}
    </>
  );
}

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

  it('holds up a save while it is half filled in, and names what is missing', async () => {
    const { sent } = openParameters();
    await userEvent.click(screen.getByRole('button', { name: 'Quality window: set a value' }));
    await userEvent.type(row('qualityWindow').getByLabelText('Amount'), '7');
    expect(screen.getByText('2 fields cannot be saved yet')).toBeTruthy();
    expect(screen.queryByText('No unsaved changes')).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(screen.getByRole('alert').textContent).toMatch(/Quality window: Unit.*Quality window: Counting/);
    const unit = row('qualityWindow').getByRole('combobox', { name: 'Unit' });
    await waitFor(() => expect(document.activeElement).toBe(unit));
    expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
    await userEvent.click(row('qualityWindow').getByRole('button', { name: 'Leave it unset' }));
    expect(screen.getByText('No unsaved changes')).toBeTruthy();
  });

  it('keeps what is half filled in, and what is no number, from tab to tab', async () => {
    answerRequests();
    renderDraft(<TabAndBack />);
    await userEvent.click(screen.getByRole('button', { name: 'Quality window: set a value' }));
    await userEvent.type(row('qualityWindow').getByLabelText('Amount'), '7');
    await retype(row('cashWindow').getByLabelText('Amount'), 'abc');
    await userEvent.click(screen.getByRole('button', { name: 'Another tab' }));
    expect(document.querySelector('[data-parameter]')).toBeNull();
    expect(screen.getByText('3 fields cannot be saved yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Another tab' }));
    expect((row('qualityWindow').getByLabelText('Amount') as HTMLInputElement).value).toBe('7');
    expect((row('cashWindow').getByLabelText('Amount') as HTMLInputElement).value).toBe('abc');
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

describe('the version that counts', () => {
  const choose = async (name: RegExp): Promise<void> =>
    userEvent.click(row('versionBasis').getByRole('radio', { name }));

  it('is chosen by what each choice does, told as a change in words, and saved', async () => {
    const { draft, sent } = openParameters({ 'PUT /api/policy-versions/anumi.d1': () => ({ body: buildVersion() }) });
    expect(row('versionBasis').getAllByRole('radio')).toHaveLength(3);
    expect(row('versionBasis').getByText('that in force when the claim came in')).toBeTruthy();
    await choose(/^Both are tried/);
    expect(draft.now().content.versionBasis).toBe('more_generous');
    expect(row('versionBasis').getByText(/for every claim that comes in from the day/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Changed 1' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '1 change' }));
    expect(
      screen.getByText('Version that counts: that in force when the claim came in → the more generous of the two'),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    const saved = sent.find(({ method }) => method === 'PUT');
    expect(saved?.body).toMatchObject({ content: { versionBasis: 'more_generous' } });
  });

  it('goes back to what it was on Esc, and to what is live by its button; both are said', async () => {
    const { draft } = openParameters();
    await choose(/at the purchase decides/);
    await userEvent.keyboard('{Escape}');
    expect(draft.now().content.versionBasis).toBe('request_time');
    expect(said()).toBe('Version that counts: back to that in force when the claim came in');
    await choose(/^Both are tried/);
    await userEvent.click(screen.getByRole('button', { name: 'Version that counts: back to the live value' }));
    expect(draft.now().content.versionBasis).toBe('request_time');
  });

  it('is found by its name, and is no choice of the floor', async () => {
    openParameters();
    await userEvent.type(screen.getByRole('searchbox'), 'version that');
    expect([...document.querySelectorAll('[data-parameter]')].map((one) => one.getAttribute('data-parameter'))).toEqual(
      ['versionBasis'],
    );
    cleanup();
    renderDraft(<ParametersTab />, buildVersion({ policy: 'statutory-floor' }));
    expect(document.querySelector('[data-parameter=versionBasis]')).toBeNull();
  });
});
