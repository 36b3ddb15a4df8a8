import { describe, expect, it } from 'vitest';
import { dayBounds, listLink } from '../../../admin/overview/list-link.ts';
import { wordChange } from '../../../admin/overview/stat-tiles.tsx';

describe('a number of the overview', () => {
  it('leads to the list with the filters that it was counted by', () => {
    const link = new URL(
      listLink('cases', { program: '', disposition: 'denied', openedAt_gte: undefined }),
      'http://x',
    );
    expect(link.pathname).toBe('/cases');
    expect(JSON.parse(link.searchParams.get('filter') ?? '')).toEqual({ disposition: 'denied' });
  });

  it('covers a day to its last millisecond', () => {
    const { from, until } = dayBounds('2026-11-20');
    expect(Date.parse(until) - Date.parse(from)).toBe(86_399_999);
  });

  it('says how it moved', () => {
    expect(wordChange(104, 100, 'en')).toBe('+4 %');
    expect(wordChange(88, 100, 'en')).toBe('−12 %');
    expect(wordChange(100, 100, 'zh')).toBe('±0%');
  });
});
