import type { ProfileField } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import type { CoreEventOf } from './domain-event.ts';
import { NOTHING_MOVED, type EventOutcome } from './event-outcome.ts';

/** Takes over each field from the newest event that named it, by event time: in whatever order they come, the same profile results. */
export function applyCustomerUpdated(file: WorkingFile, event: CoreEventOf<'customer.updated'>): EventOutcome {
  const customer = file.editCustomer();
  const { data } = event;
  const take = <T>(field: ProfileField, value: T | undefined, write: (value: T) => void): void => {
    if (value === undefined || event.time < (customer.profileAt[field] ?? Number.NEGATIVE_INFINITY)) return;
    customer.profileAt[field] = event.time;
    write(value);
  };
  take('emails', data.emailHashes, (hashes) => {
    customer.emailHashes = hashes;
  });
  take('phone', data.phoneHash, (hash) => {
    customer.phoneHashes = [hash];
  });
  take('country', data.country, (country) => {
    customer.country = country;
  });
  take('isConsumer', data.isConsumer, (isConsumer) => {
    customer.isConsumer = isConsumer;
  });
  take('zone', data.timezone, (zone) => {
    customer.zone = zone;
  });
  take('locale', data.locale, (locale) => {
    customer.locale = locale;
  });
  return NOTHING_MOVED;
}

/** Takes over the newest account status by event time. */
export function applyAccountStatus(file: WorkingFile, event: CoreEventOf<'account.status_changed'>): EventOutcome {
  const customer = file.editCustomer();
  if (event.time < customer.statusAt) return NOTHING_MOVED;
  customer.status = event.data.status;
  customer.statusAt = event.time;
  return NOTHING_MOVED;
}
