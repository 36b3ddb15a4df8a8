import type { DomainEvent } from '../../contract/events/domain-event.ts';
import type { Incident, Incidents } from '../../ports/incidents.ts';
import type { Reads } from '../../ports/reads.ts';
import type { EventResult } from '../adjudication/work-item.ts';

/** What program-wide events need. */
export interface IncidentDeps {
  readonly incidents: Incidents;
  readonly reads: Pick<Reads, 'findReceipts'>;
}

type IncidentEvent = Extract<DomainEvent, { type: 'redress.incident.opened' | 'redress.incident.closed' }>;

/** Whether an event is about the whole program and no customer. */
export function isIncidentEvent(event: DomainEvent): event is IncidentEvent {
  return event.type === 'redress.incident.opened' || event.type === 'redress.incident.closed';
}

/** Opens or closes an incident. Incidents are no customer's: they are written outside the guard, each event once. */
export async function applyIncidentEvent(
  deps: IncidentDeps,
  event: IncidentEvent,
  digest: string,
  receivedAt: number,
): Promise<EventResult> {
  const known = (await deps.reads.findReceipts([event.eventKey])).get(event.eventKey);
  if (known !== undefined) {
    return known.digest === digest
      ? { status: 'duplicate' }
      : {
          status: 'rejected',
          code: 'EVENT_ID_REUSED',
          message: 'Another event of this source has the same id and another body.',
        };
  }
  const key = `${event.program}/${event.data.incidentId}`;
  const incident = mergeIncident(await deps.incidents.find(key), event, key);
  const saved = await deps.incidents.save(incident, {
    key: event.eventKey,
    program: event.program,
    digest,
    type: event.type,
    occurredAt: event.time,
    receivedAt,
  });
  return saved ? { status: 'accepted', arrived: [] } : { status: 'duplicate' };
}

/** A closing that comes before its opening is kept: the incident then counts from when it is known to have begun. */
function mergeIncident(known: Incident | null, event: IncidentEvent, key: string): Incident {
  const { incidentId, severity, remedyOffered } = event.data;
  const base: Incident = known ?? { key, program: event.program, incidentId, severity, openedAt: event.time };
  const remedy = remedyOffered === undefined ? {} : { remedyOffered: remedyOffered || base.remedyOffered === true };
  return event.type === 'redress.incident.opened'
    ? { ...base, severity, openedAt: event.time, ...remedy }
    : { ...base, closedAt: event.time, ...remedy };
}
