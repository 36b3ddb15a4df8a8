/** What is published of one country: whole years, and days (`MM-DD`) that the library calls public and most people work. */
export interface OfficialCountry {
  readonly source: string;
  readonly notDaysOff: readonly string[];
  /** By year; days as `MM-DD`, runs of days as `MM-DD/MM-DD`. */
  readonly years: Readonly<
    Record<number, { readonly holidays: readonly string[]; readonly workdays: readonly string[] }>
  >;
}

/** Holidays and make-up working days as governments published them, by country (ISO 3166-1 alpha-2). */
export const OFFICIAL_COUNTRIES: Readonly<Record<string, OfficialCountry>> = {
  CN: {
    source:
      'Notices of the General Office of the State Council on the arrangement of public holidays: of 2023-10-25 for 2024, of 2024-11-12 for 2025, of 2025-11-04 for 2026',
    notDaysOff: ['06-01'],
    years: {
      2024: {
        holidays: ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
        workdays: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
      },
      2025: {
        holidays: ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
        workdays: ['01-26', '02-08', '04-27', '09-28', '10-11'],
      },
      2026: {
        holidays: [
          '01-01/01-03',
          '02-15/02-23',
          '04-04/04-06',
          '05-01/05-05',
          '06-19/06-21',
          '09-25/09-27',
          '10-01/10-07',
        ],
        workdays: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
      },
    },
  },
};
