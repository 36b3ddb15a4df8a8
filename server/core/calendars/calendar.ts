/** Offsets of one IANA zone: `offsetMinutes` holds from `from` (epoch ms) until the next transition. Immutable, addressed by digest. */
export interface ZoneCalendar {
  readonly kind: 'zone';
  readonly zone: string;
  readonly transitions: readonly { readonly from: number; readonly offsetMinutes: number }[];
}

/** Public holidays and make-up working days of one country (ISO 3166-1 alpha-2) as local dates `YYYY-MM-DD`, sorted. Immutable, addressed by digest. */
export interface HolidayCalendar {
  readonly kind: 'holidays';
  readonly country: string;
  readonly from: string;
  readonly until: string;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** The two calendars that a case record names. */
export interface Calendars {
  readonly zone: ZoneCalendar;
  readonly holidays: HolidayCalendar;
}
