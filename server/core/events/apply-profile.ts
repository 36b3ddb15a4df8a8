import type { WorkingFile } from '../customers/working-file.ts';
import type { CoreEventOf } from './domain-event.ts';
import { NOTHING_MOVED, type EventOutcome } from './event-outcome.ts';

/** Takes over the newest profile by event time; what a newer event leaves out stays as it was. */
export function applyCustomerUpdated(file: WorkingFile, event: CoreEventOf<'customer.updated'>): EventOutcome {
  const customer = file.editCustomer();
  if (event.time < customer.profileAt) return NOTHING_MOVED;
  const { data } = event;
  customer.profileAt = event.time;
  customer.emailHashes = data.emailHashes;
  if (data.phoneHash !== undefined) customer.phoneHashes = [data.phoneHash];
  if (data.country !== undefined) customer.country = data.country;
  if (data.isConsumer !== undefined) customer.isConsumer = data.isConsumer;
  if (data.timezone !== undefined) customer.zone = data.timezone;
  if (data.locale !== undefined) customer.locale = data.locale;
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
