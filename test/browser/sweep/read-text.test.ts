import { describe, expect, it } from 'vitest';
import { findBareAmounts, findBareTimes, findEnglish, findUntranslated } from './read-text.ts';

describe('reading a page', () => {
  it('finds times without a zone', () => {
    expect(findBareTimes('20 Nov 2026, 08:32 UTC · 09:30:00.120 CET, 19:21 GMT+8 and 10:00 UTC.')).toEqual([]);
    expect(findBareTimes('saved 08:32')).toHaveLength(1);
    expect(findBareTimes('saved 08:32:11 by Owner')).toHaveLength(1);
  });

  it('finds amounts without a currency', () => {
    expect(findBareAmounts('9.99 EUR, 1,234.50 CNY, 76.8 %, 06:14:36.478 UTC, 12 credits')).toEqual([]);
    expect(findBareAmounts('refund of 9.99')).toHaveLength(1);
    expect(findBareAmounts('refund of €9')).toEqual(['€9']);
  });

  it('finds keys without words, and blanks that nothing filled', () => {
    expect(findUntranslated('Cases · redress.case.opened · admin@redress.example')).toEqual([]);
    expect(findUntranslated('case.opened and ra.action.close')).toEqual(['case.opened', 'ra.action.close']);
    expect(findUntranslated('by %{name}, undefined')).toEqual(['%{name}', 'undefined']);
  });

  it('finds English where there should be none', () => {
    expect(findEnglish('案件 · Search or jump')).toEqual(['Search or jump']);
    expect(findEnglish('案件')).toEqual([]);
  });
});
