import { AppError } from '../../contract/error-registry.ts';
import { presentRejectedEvent } from '../../contract/http/operations-view.ts';
import type { RejectedEventDetail } from '../../contract/http/operations-view.ts';
import { maskEvent } from '../../core/events/mask-event.ts';
import type { PendingEvents } from '../../ports/pending-events.ts';
import type { PersonalData } from '../../ports/personal-data.ts';

/** What reading a kept event needs. */
export interface KeptEventDeps {
  readonly pending: Pick<PendingEvents, 'find'>;
  readonly personal: Pick<PersonalData, 'read'>;
}

/** An event that was not applied, with what was sent, so that a person sees what to mend and nobody whom it is about. Throws NOT_FOUND. */
export async function getKeptEvent({ pending, personal }: KeptEventDeps, id: string): Promise<RejectedEventDetail> {
  const row = await pending.find(id);
  if (row === null) throw new AppError('NOT_FOUND', `There is no kept event ${id}.`);
  const bodies = await personal.read([row.personalId]);
  return { ...presentRejectedEvent(row), body: maskEvent(bodies.get(row.personalId) ?? null) };
}
