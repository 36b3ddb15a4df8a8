import { CURRENCY_EXPONENTS } from './currencies.ts';

/** Whether a text is a code of ISO 4217, in capitals. */
export function checkCurrency(code: string): boolean {
  return CURRENCY_EXPONENTS.has(code);
}

/**
 * Decimals of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD.
 * @throws RangeError where the code is none of ISO 4217.
 */
export function getCurrencyExponent(code: string): number {
  const exponent = CURRENCY_EXPONENTS.get(code);
  if (exponent === undefined) throw new RangeError(`"${code}" is no ISO 4217 currency code`);
  return exponent;
}
