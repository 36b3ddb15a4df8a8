import type { Calendars } from '../../core/calendars/calendar.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';

/** The calendars of a zone and a country with the digests by which a record names them. */
export interface BenchCalendars {
  readonly calendars: Calendars;
  readonly digests: CaseRecord['calendars'];
}

/** What golden cases are run against: the programs by name, the floor beside them, and calendars. */
export interface GoldenBench {
  readonly programs: ReadonlyMap<string, PolicyContent>;
  readonly floor: PolicyContent | null;
  /** Calendars of an IANA zone and a country (ISO 3166-1 alpha-2). May throw for one that it does not know. */
  readonly getCalendars: (zone: string, country: string) => BenchCalendars;
}
