import { beforeEach, describe, expect, it } from 'vitest';
import type { HolidayCalendar, ZoneCalendar } from '../../../server/core/calendars/calendar.ts';
import type { CalendarStore } from '../../../server/ports/platform.ts';
import { createCalendarLibrary, digestCalendar } from '../../../server/providers/calendars/calendar-library.ts';
import { UnknownZoneError } from '../../../server/providers/calendars/generate-zone-calendar.ts';
import { buildFixedZone, buildHolidays } from '../../builders/calendars.ts';

class MemoryStore implements CalendarStore {
  readonly kept = new Map<string, ZoneCalendar | HolidayCalendar>();
  appends = 0;
  failing = false;

  async append(digest: string, calendar: ZoneCalendar | HolidayCalendar): Promise<void> {
    this.appends += 1;
    if (this.failing) throw new Error('store is away');
    this.kept.set(digest, calendar);
  }

  async find(digest: string): Promise<ZoneCalendar | HolidayCalendar | null> {
    return this.kept.get(digest) ?? null;
  }
}

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

describe('resolve', () => {
  it('files both calendars under their digests before it names them', async () => {
    const named = await createCalendarLibrary(store).resolve('Europe/Berlin', 'DE');
    expect(store.kept.get(named.zone)).toEqual(named.calendars.zone);
    expect(store.kept.get(named.holidays)).toEqual(named.calendars.holidays);
    expect(named.zone).toBe(digestCalendar(named.calendars.zone));
    expect(named.zone).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives two processes the same digests', async () => {
    const one = await createCalendarLibrary(store).resolve('UTC', 'FR');
    const other = await createCalendarLibrary(new MemoryStore()).resolve('UTC', 'FR');
    expect([one.zone, one.holidays]).toEqual([other.zone, other.holidays]);
  });

  it('makes each calendar once, however many ask at once', async () => {
    const library = createCalendarLibrary(store);
    await Promise.all([library.resolve('UTC', 'FR'), library.resolve('UTC', 'FR'), library.resolve('UTC', 'ZZ')]);
    expect(store.appends).toBe(3);
  });

  it('makes one calendar of a zone, however it is spelt', async () => {
    const library = createCalendarLibrary(store);
    const spelt = await Promise.all(
      ['Europe/Berlin', 'europe/berlin', 'EUROPE/BERLIN', 'Europe/berlin'].map((zone) => library.resolve(zone, 'DE')),
    );
    expect(new Set(spelt.map((one) => one.zone)).size).toBe(1);
    expect(spelt[1]?.calendars.zone.zone).toBe('Europe/Berlin');
    expect(store.appends).toBe(2);
  });

  it('tries again after the store was away', async () => {
    const library = createCalendarLibrary(store);
    store.failing = true;
    await expect(library.resolve('UTC', 'ZZ')).rejects.toThrow('store is away');
    store.failing = false;
    await expect(library.resolve('UTC', 'ZZ')).resolves.toMatchObject({ calendars: { zone: { zone: 'UTC' } } });
  });

  it('refuses a zone that nobody knows', async () => {
    await expect(createCalendarLibrary(store).resolve('Mars/Olympus', 'FR')).rejects.toThrow(UnknownZoneError);
  });
});

describe('get', () => {
  it('finds calendars of an earlier release by digest', async () => {
    const zone = buildFixedZone('Test/Old', 30);
    const holidays = buildHolidays(['2020-01-02']);
    store.kept.set('zone-digest', zone).set('holidays-digest', holidays);
    const found = await createCalendarLibrary(store).get({ zone: 'zone-digest', holidays: 'holidays-digest' });
    expect(found).toEqual({ zone, holidays });
  });

  it('says that one is missing, and looks again next time', async () => {
    const library = createCalendarLibrary(store);
    store.kept.set('h', buildHolidays());
    await expect(library.get({ zone: 'z', holidays: 'h' })).rejects.toMatchObject({ code: 'CALENDAR_MISSING' });
    store.kept.set('z', buildFixedZone('UTC', 0));
    await expect(library.get({ zone: 'z', holidays: 'h' })).resolves.toMatchObject({ zone: { zone: 'UTC' } });
  });

  it('does not take holidays for a zone', async () => {
    store.kept.set('h', buildHolidays());
    await expect(createCalendarLibrary(store).get({ zone: 'h', holidays: 'h' })).rejects.toMatchObject({
      code: 'CALENDAR_MISSING',
    });
  });
});

describe('isZone', () => {
  it('knows zones by name', () => {
    const library = createCalendarLibrary(store);
    expect(library.isZone('Europe/Paris')).toBe(true);
    expect(library.isZone('Europe/Nowhere')).toBe(false);
  });
});
