import { expect, it } from 'vitest';
import { formatCommodity } from '../../../server/core/money/format-commodity.ts';

it.each([
  [-999, 'EUR', '-9.99 EUR'],
  [500, 'JPY', '500 JPY'],
  [100, 'credit:anumi', '100 credits'],
  [-1, 'credit:anumi', '-1 credit'],
])('%i of %s is %s', (amount, commodity, text) => expect(formatCommodity(amount, commodity)).toBe(text));

it('refuses what is neither', () => expect(() => formatCommodity(1, 'credits')).toThrow(RangeError));
