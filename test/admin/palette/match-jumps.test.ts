import { describe, expect, it } from 'vitest';
import { matchJumps } from '../../../admin/palette/match-jumps.ts';
import type { Jump } from '../../../admin/palette/match-jumps.ts';

const jump = (label: string, link = `/${label.toLowerCase()}`): Jump => ({ key: link, kind: 'Page', label, link });
const PAGES = [jump('Dead letters'), jump('Ledger'), jump('Payouts'), jump('Profile')];

describe('what a text leads to', () => {
  it('is every page while nothing is typed', () => {
    expect(matchJumps(PAGES, [], '  ')).toEqual(PAGES);
  });

  it('is what holds every word, what begins with the first before the rest', () => {
    expect(matchJumps(PAGES, [], 'le').map(({ label }) => label)).toEqual(['Ledger', 'Dead letters', 'Profile']);
    expect(matchJumps(PAGES, [], 'dead page').map(({ label }) => label)).toEqual(['Dead letters']);
  });

  it('is followed by what the server found, each place once', () => {
    const hits = [jump('Case 81', '/cases/81/show'), jump('Payouts of o-1', '/payouts')];
    expect(matchJumps(PAGES, hits, 'pay').map(({ link }) => link)).toEqual(['/payouts', '/cases/81/show']);
  });
});
