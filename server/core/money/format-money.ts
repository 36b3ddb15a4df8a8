import { getCurrencyExponent } from './check-currency.ts';

/**
 * Writes an amount of minor units for people, the same in every locale: `9.99 EUR`, `-0.05 EUR`, `500 JPY`.
 * No Intl: the text is part of a decision, and its bytes must not depend on a release of locale data.
 * @throws RangeError where the amount is no safe integer or the currency is none of ISO 4217.
 */
export function formatMoney(amountMinor: number, currency: string): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`${amountMinor} is no safe integer of minor units`);
  const exponent = getCurrencyExponent(currency);
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const split = digits.length - exponent;
  return `${sign}${digits.slice(0, split)}${exponent === 0 ? '' : `.${digits.slice(split)}`} ${currency}`;
}
