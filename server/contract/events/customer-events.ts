import { z } from 'zod';
import { ACCOUNT_STATUSES } from '../../core/customers/customer-file.ts';
import {
  countrySchema,
  emailSchema,
  idSchema,
  localeSchema,
  phoneSchema,
  programIdSchema,
  zoneSchema,
} from '../http/primitives.ts';

/** `redress.customer.updated`: the customer's profile as it is now; the newest by event time counts. */
export const customerUpdatedSchema = z.strictObject({
  program: programIdSchema,
  customerId: idSchema.describe('Customer, by the program’s own id.'),
  emails: z.array(emailSchema).max(50).describe('All addresses of the customer.'),
  phone: phoneSchema.exactOptional(),
  country: countrySchema.exactOptional().describe('Country of residence as ISO 3166-1 alpha-2.'),
  isConsumer: z.boolean().exactOptional().describe('Whether the customer buys as a consumer.'),
  timezone: zoneSchema.exactOptional().describe('IANA time zone in which the customer’s days are counted.'),
  locale: localeSchema.exactOptional().describe('Language in which the customer is answered.'),
});

/** `redress.account.status_changed`. */
export const accountStatusChangedSchema = z.strictObject({
  program: programIdSchema,
  customerId: idSchema.describe('Customer whose account changed.'),
  status: z.enum(ACCOUNT_STATUSES).describe('What the account is now.'),
});
