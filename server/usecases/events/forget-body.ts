import type { PendingEvent } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';

/** The body of an event goes with its row: one that was kept before anybody was known is under a key of its own, which no erasure of a customer would reach. */
export async function forgetBody(
  personal: Pick<PersonalData, 'remove' | 'erase'>,
  { id, customerKey, personalId }: PendingEvent,
): Promise<void> {
  if (customerKey === undefined) await personal.erase(`event:${id}`);
  else await personal.remove([personalId]);
}
