import { z } from 'zod';

/** A currency of ISO 4217, three capital letters. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 currency code')
  .describe('Currency as an ISO 4217 code, for example EUR.');
