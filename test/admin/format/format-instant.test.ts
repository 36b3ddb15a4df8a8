import { describe, expect, it } from 'vitest';
import { formatClock, formatInstant, nameZone, toMs } from '../../../admin/format/format-instant.ts';

const AT = '2026-11-20T08:32:04.562Z';

describe('an instant', () => {
  it('says its zone, in both languages', () => {
    expect(formatInstant(AT, 'en', 'UTC')).toBe('20 Nov 2026, 08:32 UTC');
    expect(formatInstant(AT, 'zh', 'UTC')).toBe('2026年11月20日 08:32 UTC');
  });

  it('is shown in the zone that was chosen, across midnight', () => {
    expect(formatInstant('2026-11-30T23:30:00Z', 'en', 'Europe/Paris')).toMatch(/^1 Dec 2026, 00:30 (CET|GMT\+1)$/);
    expect(formatInstant('2026-11-30T23:30:00Z', 'en', 'America/New_York')).toMatch(/^30 Nov 2026, 18:30 (EST|GMT-5)$/);
  });

  it('is as precise as asked, to the millisecond', () => {
    expect(formatInstant(AT, 'en', 'UTC', 'day')).toBe('20 Nov 2026');
    expect(formatInstant(AT, 'en', 'UTC', 'second')).toBe('20 Nov 2026, 08:32:04 UTC');
    expect(formatInstant(AT, 'en', 'UTC', 'ms')).toBe('20 Nov 2026, 08:32:04.562 UTC');
    expect(formatInstant('2026-11-20T08:32:04.007Z', 'en', 'UTC', 'ms')).toContain('04.007');
  });

  it('leaves the year out beside an age', () => {
    expect(formatInstant(AT, 'en', 'UTC', 'minute', true)).toBe('20 Nov, 08:32 UTC');
    expect(formatInstant(AT, 'zh', 'UTC', 'minute', true)).toBe('11月20日 08:32 UTC');
  });

  it('comes as text or as epoch milliseconds', () => {
    expect(toMs(AT)).toBe(Date.parse(AT));
    expect(formatInstant(Date.parse(AT), 'en', 'UTC')).toBe(formatInstant(AT, 'en', 'UTC'));
  });

  it('is a dash where it is none', () => {
    expect(formatInstant('soon', 'en', 'UTC')).toBe('–');
    expect(formatClock('soon', 'UTC')).toBe('–');
  });

  it('is a clock under a head with the day', () => {
    expect(formatClock(AT, 'UTC')).toBe('08:32:04');
    expect(formatClock('2026-11-20T00:00:00Z', 'UTC')).toBe('00:00:00');
  });
});

describe('the name of a zone', () => {
  it('follows daylight saving time', () => {
    const names = ['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'].map((at) => nameZone(new Date(at), 'Europe/Paris'));
    expect(new Set(names).size).toBe(2);
    expect(nameZone(new Date(AT), 'UTC')).toBe('UTC');
  });
});
