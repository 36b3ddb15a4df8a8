// @vitest-environment jsdom
import { configure, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { WaitingPanel } from '../../../admin/overview/waiting-panel.tsx';
import type { WaitingItem } from '../../../server/contract/http/waiting-view.ts';
import { renderAdmin } from '../render.tsx';
import { stubApi } from '../stub-api.ts';

// The first answer may be a while in coming where the machine is busy.
configure({ asyncUtilTimeout: 10_000 });

const items = (count: number): readonly WaitingItem[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'values_not_set',
    program: `p${index}`,
    count: 1,
    title: { en: `Thing ${index}`, zh: `事项${index}` },
    since: null,
    link: `/policies/p${index}/show`,
  }));

describe('what waits for the reader', () => {
  it('shows the first ones, says how many there are, and all of them when asked', async () => {
    stubApi({ 'GET /api/waiting': items(11) });
    renderAdmin(<WaitingPanel />);
    expect(await screen.findByRole('heading', { name: 'Waits for me · 11' })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 11' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(11);
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
  });

  it('has no button where all of it is in view', async () => {
    stubApi({ 'GET /api/waiting': items(6) });
    renderAdmin(<WaitingPanel />);
    expect(await screen.findAllByRole('listitem')).toHaveLength(6);
    expect(screen.queryByRole('button', { name: /Show/ })).toBeNull();
  });
});
