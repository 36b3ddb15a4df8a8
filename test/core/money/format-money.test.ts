import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_EXPONENTS } from '../../../server/core/money/currencies.ts';
import { formatMoney } from '../../../server/core/money/format-money.ts';

describe('formatMoney', () => {
  it.each([
    [999, 'EUR', '9.99 EUR'],
    [0, 'EUR', '0.00 EUR'],
    [5, 'EUR', '0.05 EUR'],
    [50, 'EUR', '0.50 EUR'],
    [-5, 'EUR', '-0.05 EUR'],
    [-0, 'EUR', '0.00 EUR'],
    [123_456_789, 'USD', '1234567.89 USD'],
    [500, 'JPY', '500 JPY'],
    [0, 'JPY', '0 JPY'],
    [1_500, 'KWD', '1.500 KWD'],
    [1, 'CLF', '0.0001 CLF'],
    [Number.MAX_SAFE_INTEGER, 'CNY', '90071992547409.91 CNY'],
  ])('%i %s is %s', (amountMinor, currency, text) => expect(formatMoney(amountMinor, currency)).toBe(text));

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s minor units', (amountMinor) => {
    expect(() => formatMoney(amountMinor, 'EUR')).toThrow(RangeError);
  });

  it('refuses what is no currency', () => expect(() => formatMoney(1, 'eur')).toThrow(RangeError));

  it('can be read back without loss', () => {
    const codes = fc.constantFrom(...CURRENCY_EXPONENTS);
    fc.assert(
      fc.property(fc.maxSafeInteger(), codes, (amountMinor, [code, exponent]) => {
        const [number = '', currency] = formatMoney(amountMinor, code).split(' ');
        const [, decimals = ''] = number.split('.');
        expect(currency).toBe(code);
        expect(decimals).toHaveLength(exponent);
        expect(BigInt(number.replace('.', ''))).toBe(BigInt(amountMinor));
      }),
    );
  });
});
