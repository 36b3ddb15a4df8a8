// @vitest-environment jsdom
import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { findParameter } from '../../../admin/policy-versions/model/edit-content.ts';
import { openParameters, retype, row, said, valueOf } from './parameter-screen.tsx';
import { signIn } from './render-draft.tsx';
import { buildFlip } from './sample-version.ts';

// Nothing is hidden here; to ask of every element whether it is takes most of the time.
configure({ defaultHidden: true });
beforeEach(() => signIn('policy_owner'));

const PREVIEW = 'POST /api/policy-versions/anumi.d1/preview';

describe('a window', () => {
  it('changes as it is typed, keeps what is live beside it, and says that the text says otherwise', async () => {
    const { draft } = openParameters();
    const amount = row('cashWindow').getByLabelText('Amount');
    await userEvent.clear(amount);
    await userEvent.type(amount, '10');
    expect(valueOf(draft, 'cashWindow')).toEqual({ amount: 10, unit: 'days', counting: 'elapsed' });
    expect(row('cashWindow').getByText('14 days, exact hours')).toBeTruthy();
    expect(row('cashWindow').getByText(/published text says 14 days/)).toBeTruthy();
    expect(findParameter(draft.now().content, 'cashWindow')?.provenance).toBe('confirmed');
  });

  it('goes back with Esc to what it was when the row was entered, and says so', async () => {
    const { draft } = openParameters();
    const amount = row('cashWindow').getByLabelText('Amount');
    await retype(amount, '10');
    fireEvent.focus(screen.getByLabelText('Find name, clause, word'), { relatedTarget: amount });
    await userEvent.click(screen.getByLabelText('Find name, clause, word'));
    await retype(amount, '7');
    await userEvent.keyboard('{Escape}');
    expect(valueOf(draft, 'cashWindow')).toMatchObject({ amount: 10 });
    expect((amount as HTMLInputElement).value).toBe('10');
    expect(said()).toBe('Cash window: back to 10 days, exact hours');
  });

  it('goes back to live by its own undo, with where the value came from', async () => {
    const { draft } = openParameters();
    await retype(row('cashWindow').getByLabelText('Amount'), '10');
    await userEvent.click(screen.getByRole('button', { name: 'Cash window: back to the live value' }));
    expect(findParameter(draft.now().content, 'cashWindow')).toMatchObject({
      value: { amount: 14 },
      provenance: 'stated',
    });
    expect(draft.now().dirty).toBe(false);
  });

  it.each([
    ['0', '0 is outside 1 to 365.'],
    ['366', '366 is outside 1 to 365.'],
    ['abc', '“abc” is not a whole number, 1 to 365.'],
    ['3.5', '“3.5” is not a whole number, 1 to 365.'],
  ])('keeps %s as it was typed, says its bounds, and is named by Save', async (text, message) => {
    const { draft, sent } = openParameters();
    const amount = row('cashWindow').getByLabelText('Amount');
    await retype(amount, text);
    expect((amount as HTMLInputElement).value).toBe(text);
    expect(row('cashWindow').getByText(message)).toBeTruthy();
    expect(valueOf(draft, 'cashWindow')).not.toMatchObject({ amount: Number(text) });
    await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Cash window: Amount');
    await waitFor(() => expect(document.activeElement).toBe(amount));
    expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('tells what its change moves, and why its end moved', async () => {
    openParameters({
      [PREVIEW]: () => ({
        body: {
          flips: [buildFlip('1'), buildFlip('2', { flips: false })],
          total: 1,
          rules: { cashWindow: ['first'] },
          issues: [],
          windows: {
            cashWindow: {
              live: '2026-12-03T09:30:00.000Z',
              draft: '2026-11-23T23:59:59.999Z',
              liveShift: { from: null, clockMinutes: -60 },
              draftShift: { from: '2026-11-21T23:59:59.999Z', clockMinutes: 0 },
            },
          },
        },
      }),
    });
    await retype(row('cashWindow').getByLabelText('Amount'), '10');
    expect(await row('cashWindow').findByText(/1 boundary case changes its outcome/)).toBeTruthy();
    expect(row('cashWindow').getByText('granted → denied')).toBeTruthy();
    expect(row('cashWindow').getByText(/moved from Sat,? 21 Nov to Mon,? 23 Nov/)).toBeTruthy();
    expect(row('cashWindow').getByText(/60 minutes earlier by the clock/)).toBeTruthy();
  });
});

describe('a cap', () => {
  it('says within its bounds how often, and shows when there is room again', async () => {
    const { draft } = openParameters();
    await retype(row('courtesyCap').getByLabelText('How often'), '2');
    expect(valueOf(draft, 'courtesyCap')).toEqual({ count: 2, per: { amount: 90, unit: 'days' } });
    expect(row('courtesyCap').getAllByText(/room again on/)).toHaveLength(2);
    await retype(row('courtesyCap').getByLabelText('Per'), '401');
    expect(row('courtesyCap').getByText('401 is outside 1 to 400.')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(valueOf(draft, 'courtesyCap')).toEqual({ count: 1, per: { amount: 90, unit: 'days' } });
  });

  it('of none has no room to wait for', async () => {
    openParameters();
    await retype(row('courtesyCap').getByLabelText('How often'), '0');
    expect(row('courtesyCap').getByText('none is allowed')).toBeTruthy();
  });
});

describe('a rate', () => {
  it('is typed in percent, held in basis points, and explained by an example on either side', async () => {
    const { draft } = openParameters();
    await retype(row('abuseRate').getByLabelText('Share in %'), '33.3');
    expect(valueOf(draft, 'abuseRate')).toMatchObject({ basisPoints: 3330, minimumCount: 5 });
    expect(row('abuseRate').getByText('3 of 9: 33.3 %, reached.')).toBeTruthy();
    expect(row('abuseRate').getByText('2 of 9: 22.2 %, not reached.')).toBeTruthy();
    await retype(row('abuseRate').getByLabelText('Share in %'), '101');
    expect(row('abuseRate').getByText('101 is outside 0 to 100.')).toBeTruthy();
  });

  it('that is assumed becomes the owner’s own by one click, without another value', async () => {
    const { draft } = openParameters();
    await userEvent.click(row('abuseRate').getByRole('button', { name: 'Confirm assumption' }));
    expect(findParameter(draft.now().content, 'abuseRate')).toMatchObject({
      provenance: 'confirmed',
      value: { basisPoints: 3000 },
    });
    expect(said()).toBe('Abuse rate: confirmed');
    expect(screen.getByRole('button', { name: 'Changed 1' })).toBeTruthy();
    expect(row('abuseRate').queryByRole('button', { name: 'Confirm assumption' })).toBeNull();
  });
});

describe('a threshold', () => {
  it('is typed or slid, one value for both', async () => {
    const { draft } = openParameters();
    await retype(row('score').getByLabelText('of 100'), '71');
    expect(row('score').getByRole('slider').getAttribute('aria-valuenow')).toBe('71');
    fireEvent.change(row('score').getByRole('slider'), { target: { value: 64 } });
    expect(valueOf(draft, 'score')).toBe(64);
    expect((row('score').getByLabelText('of 100') as HTMLInputElement).value).toBe('64');
    expect(row('score').getByText('64 and above count.')).toBeTruthy();
  });
});

describe('a switch', () => {
  it('is two radio buttons; Esc puts the old state back', async () => {
    const { draft } = openParameters();
    const off = row('autoRestore').getByRole('radio', { name: /^Off/ });
    await userEvent.click(off);
    expect(valueOf(draft, 'autoRestore')).toBe(false);
    off.focus();
    await userEvent.keyboard('{Escape}');
    expect(valueOf(draft, 'autoRestore')).toBe(true);
  });
});

describe('a list', () => {
  it('takes only what is admissible, and strikes out what was removed', async () => {
    const { draft } = openParameters();
    const members = row('reasons').getByRole('combobox');
    await userEvent.click(members);
    await userEvent.keyboard('{Backspace}');
    expect(valueOf(draft, 'reasons')).toEqual(['wrong_style']);
    expect(row('reasons').getByText('unusable').tagName).toBe('DEL');
    await userEvent.type(members, 'no_such_reason{Enter}');
    expect(valueOf(draft, 'reasons')).toEqual(['wrong_style']);
    await userEvent.clear(members);
    await userEvent.type(members, 'subj');
    await userEvent.click(await screen.findByRole('option', { name: 'subjective' }));
    expect(valueOf(draft, 'reasons')).toEqual(['wrong_style', 'subjective']);
  });
});

describe('a matrix', () => {
  const cell = (place: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`[data-cell="${place}"]`);
    if (found === null) throw new Error(`No cell ${place}`);
    return found;
  };

  it('is one stop for Tab, walked by arrows, written by Y, N and Del, and taken back by Esc', async () => {
    const { draft } = openParameters();
    await userEvent.click(row('features').getByRole('button', { name: 'Open the grid' }));
    expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
    cell('0/0').focus();
    await userEvent.keyboard('y');
    expect(valueOf(draft, 'features')).toMatchObject({ cells: { retouch: { ios: 'yes', web: 'yes' } } });
    expect(cell('0/0').getAttribute('aria-label')).toMatch(/^yes, changed, live: no/);
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toBe(cell('1/1'));
    await userEvent.keyboard('n');
    await userEvent.keyboard('{Delete}');
    expect(valueOf(draft, 'features')).toMatchObject({ cells: { ai_shadows: { ios: 'no', web: 'unset' } } });
    await userEvent.keyboard('{Control>}{Home}{/Control}{Escape}');
    expect(draft.now().dirty).toBe(false);
  });

  it('writes a whole selection at once and says how many', async () => {
    const { draft } = openParameters();
    await userEvent.click(row('features').getByRole('button', { name: 'Open the grid' }));
    cell('0/0').focus();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}y');
    expect(valueOf(draft, 'features')).toMatchObject({
      cells: { retouch: { ios: 'yes', web: 'yes' }, ai_shadows: { ios: 'yes', web: 'yes' } },
    });
    expect(said()).toBe('4 cells: yes');
  });
});
