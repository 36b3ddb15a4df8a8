import { AppError } from '../../contract/error-registry.ts';
import type { DomainEvent } from '../../contract/events/domain-event.ts';
import type { Incident, Incidents } from '../../ports/incidents.ts';
import type { Reads } from '../../ports/reads.ts';
import type { EventReceipt } from '../../ports/unit-of-work.ts';
import { pauseWithJitter } from '../adjudication/pause-with-jitter.ts';
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
  const receipt = {
    key: event.eventKey,
    program: event.program,
    digest,
    type: event.type,
    occurredAt: event.time,
    receivedAt,
  };
  return saveMerged(deps, event, receipt, 0);
}

const TRIES = 10;

async function saveMerged(
  deps: IncidentDeps,
  event: IncidentEvent,
  receipt: EventReceipt,
  tries: number,
): Promise<EventResult> {
  const key = `${event.program}/${event.data.incidentId}`;
  const known = await deps.incidents.find(key);
  try {
    const saved = await deps.incidents.save(mergeIncident(known, event, key), receipt, known);
    return saved ? { status: 'accepted', arrived: [] } : { status: 'duplicate' };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT' || tries + 1 >= TRIES) throw error;
    await pauseWithJitter(tries);
    return saveMerged(deps, event, receipt, tries + 1);
  }
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
