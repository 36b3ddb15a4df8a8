import { formatMoney } from './format-money.ts';

/** Writes an amount of a ledger commodity for people: money as `9.99 EUR` from minor units, credits as `5 credits`. @throws RangeError where money cannot be written. */
export function formatCommodity(amount: number, commodity: string): string {
  if (!commodity.startsWith('credit:')) return formatMoney(amount, commodity);
  return formatCredits(amount);
}

/** Credits in English words: `1 credit`, `5 credits`. */
export function formatCredits(credits: number): string {
  return `${credits} ${Math.abs(credits) === 1 ? 'credit' : 'credits'}`;
}
