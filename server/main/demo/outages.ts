import type { DemoEvent } from './history.ts';
import { DEMO_PREFIX, DEMO_SOURCE } from './history.ts';
import type { ProgramProfile } from './program-profile.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One outage of a program, epoch ms. */
export interface Outage {
  readonly incidentId: string;
  readonly openedAt: number;
  readonly closedAt: number;
  readonly severity: 'complete' | 'partial';
  readonly remedyOffered?: boolean;
}

/** A program's outages in a history that ends at `endAt`. */
export function listOutages(profile: ProgramProfile, endAt: number): Outage[] {
  return profile.outages.map(({ daysBeforeEnd, hours, severity, remedyOffered }, index) => ({
    incidentId: `${DEMO_PREFIX}${profile.program}-outage-${index + 1}`,
    openedAt: endAt - daysBeforeEnd * DAY_MS,
    closedAt: endAt - daysBeforeEnd * DAY_MS + hours * HOUR_MS,
    severity,
    ...(remedyOffered === undefined ? {} : { remedyOffered }),
  }));
}

/** The events that report an outage. */
export function reportOutage(program: string, outage: Outage): DemoEvent[] {
  const { incidentId, severity, remedyOffered } = outage;
  const data = { program, incidentId, severity, ...(remedyOffered === undefined ? {} : { remedyOffered }) };
  const event = (phase: 'opened' | 'closed', at: number): DemoEvent => ({
    specversion: '1.0',
    id: `${incidentId}-${phase}`,
    source: DEMO_SOURCE,
    type: `redress.incident.${phase}`,
    time: new Date(at).toISOString(),
    data,
  });
  return [event('opened', outage.openedAt), event('closed', outage.closedAt)];
}

/** `at`, or the end of the complete outage that it falls into: nothing is made while nothing works. */
export function avoidOutages(at: number, outages: readonly Outage[]): number {
  const hit = outages.find(
    ({ severity, openedAt, closedAt }) => severity === 'complete' && at >= openedAt && at < closedAt,
  );
  return hit === undefined ? at : hit.closedAt + (at - hit.openedAt) / 10;
}
