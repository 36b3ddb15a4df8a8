const MINUS = '−';

/** `1,234.50 EUR`: the currency’s own digits, its code after the amount, a real minus. Minor units in. */
export function formatMoney(amountMinor: number, currency: string): string {
  const digits = digitsOf(currency);
  return signed(amountMinor / 10 ** digits, digits) + ` ${currency}`;
}

/** `12,000`: a whole number with its thousands apart. */
export function formatCount(count: number): string {
  return signed(count, 0);
}

/** `91.2 %` from a share of 0 to 1; in Chinese without the gap. */
export function formatShare(share: number, locale: string): string {
  return `${signed(share * 100, 1)}${locale.startsWith('zh') ? '%' : ' %'}`;
}

/** An amount of a ledger commodity: an ISO 4217 code, or `credit:<program>`, which has no digits after the point. */
export function formatCommodity(amount: number, commodity: string): string {
  return commodity.startsWith('credit:') ? formatCount(amount) : formatMoney(amount, commodity);
}

function signed(value: number, digits: number): string {
  const text = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    Math.abs(value),
  );
  return value < 0 ? `${MINUS}${text}` : text;
}

function digitsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
