import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocalDay, getLocalDay, getOffsetMs } from '../../../server/core/calendars/local-day.ts';
import {
  generateZoneCalendar,
  isZoneName,
  UnknownZoneError,
} from '../../../server/providers/calendars/generate-zone-calendar.ts';
import { BERLIN } from '../../builders/calendars.ts';

const transitionsIn = (zone: string, year: string) =>
  generateZoneCalendar(zone)
    .transitions.map(({ from, offsetMinutes }) => `${new Date(from).toISOString()} ${offsetMinutes}`)
    .filter((text) => text.startsWith(year));

describe('generateZoneCalendar', () => {
  it('has one offset for a zone that never moves its clock', () => {
    expect(generateZoneCalendar('UTC')).toEqual({
      kind: 'zone',
      zone: 'UTC',
      transitions: [{ from: Date.UTC(2000, 0, 1), offsetMinutes: 0 }],
    });
    expect(generateZoneCalendar('Asia/Shanghai').transitions).toHaveLength(1);
  });

  it('finds both changes of a year', () => {
    expect(transitionsIn('Europe/Berlin', '2026')).toEqual([
      '2026-03-29T01:00:00.000Z 120',
      '2026-10-25T01:00:00.000Z 60',
    ]);
  });

  it('agrees with the calendar that other tests count by', () => {
    const { transitions } = generateZoneCalendar('Europe/Berlin');
    expect(transitions).toEqual(expect.arrayContaining([...BERLIN.transitions]));
  });

  it('finds a change to the minute', () => {
    expect(transitionsIn('America/St_Johns', '2005')).toEqual([
      '2005-04-03T03:31:00.000Z -150',
      '2005-10-30T02:31:00.000Z -210',
    ]);
  });

  it('finds a clock that is put forward and back within a month', () => {
    expect(transitionsIn('Africa/Cairo', '2010')).toEqual([
      '2010-04-29T22:00:00.000Z 180',
      '2010-08-10T21:00:00.000Z 120',
      '2010-09-09T22:00:00.000Z 180',
      '2010-09-30T21:00:00.000Z 120',
    ]);
  });

  it('finds a day left out', () => {
    expect(transitionsIn('Pacific/Apia', '2011-12')).toEqual(['2011-12-30T10:00:00.000Z 840']);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'])(
    'tells the date of Intl in %s at any instant of its years',
    (zone) => {
      const calendar = generateZoneCalendar(zone);
      const intl = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 11, 31) }), (at) => {
          expect(formatLocalDay(getLocalDay(calendar, at))).toBe(intl.format(at));
        }),
      );
      expect(
        calendar.transitions.every(
          ({ from }) =>
            getOffsetMs(calendar, from - 1) !== getOffsetMs(calendar, from) || from === Date.UTC(2000, 0, 1),
        ),
      ).toBe(true);
    },
  );

  it('says which zone it does not know', () => {
    expect(() => generateZoneCalendar('Mars/Olympus')).toThrow(UnknownZoneError);
    expect(() => generateZoneCalendar('Mars/Olympus')).toThrow('"Mars/Olympus"');
  });
});

describe('isZoneName', () => {
  it.each(['UTC', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Calcutta'])(
    '%s is one',
    (zone) => expect(isZoneName(zone)).toBe(true),
  );

  it.each(['', ' ', '+02:00', 'UTC+2', 'Europe', 'Europe/Nowhere', '../etc', 'GMT+0100', 'a+01:00'])(
    '"%s" is none',
    (zone) => expect(isZoneName(zone)).toBe(false),
  );
});
