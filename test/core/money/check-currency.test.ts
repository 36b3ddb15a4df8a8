import * as dineroCurrencies from 'dinero.js/currencies';
import { describe, expect, it } from 'vitest';
import { checkCurrency, getCurrencyExponent } from '../../../server/core/money/check-currency.ts';
import { CURRENCY_EXPONENTS } from '../../../server/core/money/currencies.ts';

describe('checkCurrency', () => {
  it.each(['EUR', 'USD', 'CNY', 'JPY', 'KWD', 'XOF'])('%s is one', (code) => expect(checkCurrency(code)).toBe(true));

  it.each(['', 'eur', 'EU', 'EURO', 'XXX', 'XAU', 'DEM', '__proto__', 'constructor'])('"%s" is none', (code) =>
    expect(checkCurrency(code)).toBe(false),
  );
});

describe('getCurrencyExponent', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['MGA', 2],
    ['MRU', 2],
  ])('%s has %i decimals', (code, exponent) => expect(getCurrencyExponent(code)).toBe(exponent));

  it('refuses what is no currency', () => expect(() => getCurrencyExponent('XXX')).toThrow(RangeError));
});

describe('CURRENCY_EXPONENTS', () => {
  it('is the table of the library that it was generated from, but for currencies of fifths', () => {
    const decimal = Object.values(dineroCurrencies).filter(({ base }) => base === 10);
    expect(decimal.filter(({ code, exponent }) => CURRENCY_EXPONENTS.get(code) !== exponent)).toEqual([]);
    expect(CURRENCY_EXPONENTS.size).toBe(Object.keys(dineroCurrencies).length);
  });
});
