import { describe, expect, it } from 'vitest';
import { formatCommodity, formatCount, formatMoney, formatShare } from '../../../admin/format/format-money.ts';

describe('money', () => {
  it('has the digits of its own currency, and its code', () => {
    expect(formatMoney(123_450, 'EUR')).toBe('1,234.50 EUR');
    expect(formatMoney(193_000, 'CNY')).toBe('1,930.00 CNY');
    expect(formatMoney(500, 'JPY')).toBe('500 JPY');
    expect(formatMoney(1_234, 'BHD')).toBe('1.234 BHD');
  });

  it('has a real minus', () => {
    expect(formatMoney(-999, 'EUR')).toBe('−9.99 EUR');
  });

  it('does not fail on a code that is none', () => {
    expect(formatMoney(100, 'no')).toBe('1.00 no');
  });
});

describe('numbers', () => {
  it('have their thousands apart', () => {
    expect(formatCount(12_000)).toBe('12,000');
    expect(formatCount(-3)).toBe('−3');
  });

  it('are shares with one digit', () => {
    expect(formatShare(0.912, 'en')).toBe('91.2 %');
    expect(formatShare(1, 'zh')).toBe('100.0%');
  });

  it('are credits or money by their commodity', () => {
    expect(formatCommodity(4, 'credit:anumi')).toBe('4');
    expect(formatCommodity(999, 'USD')).toBe('9.99 USD');
  });
});
