import { z } from 'zod';
import { checkCurrency } from '../../core/money/check-currency.ts';

/** A currency of ISO 4217, three capital letters. */
export const currencySchema = z
  .string()
  .refine(checkCurrency, { message: 'must be an ISO 4217 currency code', params: { code: 'invalid_currency' } })
  .meta({ pattern: '^[A-Z]{3}$', description: 'Currency as an ISO 4217 code, for example EUR.' });
