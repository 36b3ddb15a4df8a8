import type { RecordedIncident } from '../records/case-record.ts';
import { UNKNOWN } from './fact-value.ts';

/** What a claim could rest on in the program's outages. */
export interface OutageFacts {
  /** Milliseconds; 0 without an outage. */
  readonly longestOutage: number;
  readonly outageOpen: boolean;
  readonly outageRemedyOffered: boolean | typeof UNKNOWN;
}

/** The instants (epoch ms) between which outages count for one claim about one order. */
export interface OutageSpan {
  readonly paidAt: number;
  readonly sentAt: number;
  readonly at: number;
}

/**
 * Derives what the program's complete incidents mean for an order. An incident counts if it began before the claim was
 * sent, from the payment on, to its end or to the decision; one that was over by the payment does not count. Incidents
 * are never merged, even where they touch.
 *
 * A remedy was offered if any counted incident had one. Otherwise, an incident that says nothing about it makes the
 * answer unknown: what nobody reported must neither pay nor deny.
 */
export function deriveOutageFacts(incidents: readonly RecordedIncident[], span: OutageSpan): OutageFacts {
  let longestOutage = 0;
  let outageOpen = false;
  let outageRemedyOffered: boolean | typeof UNKNOWN = false;
  for (const incident of incidents) {
    if (incident.severity !== 'complete' || incident.openedAt >= span.sentAt) continue;
    const closed = incident.closedAt !== undefined && incident.closedAt <= span.at;
    const endedAt = closed && incident.closedAt !== undefined ? incident.closedAt : span.at;
    const lengthMs = endedAt - Math.max(incident.openedAt, span.paidAt);
    if (lengthMs <= 0) continue;
    longestOutage = Math.max(longestOutage, lengthMs);
    outageOpen ||= !closed;
    if (incident.remedyOffered === true) outageRemedyOffered = true;
    else if (incident.remedyOffered === undefined && outageRemedyOffered === false) outageRemedyOffered = UNKNOWN;
  }
  return { longestOutage, outageOpen, outageRemedyOffered };
}
