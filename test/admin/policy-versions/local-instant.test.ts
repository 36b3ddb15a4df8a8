import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromLocalText, toLocalText } from '../../../admin/policy-versions/model/local-instant.ts';

const ZONES = ['UTC', 'Europe/Paris', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];

describe('a day and time in a zone', () => {
  test.prop([fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }), fc.constantFrom(...ZONES)])(
    'comes back as the clock showed it',
    (at, zone) => {
      const text = toLocalText(at, zone);
      const read = fromLocalText(text, zone);
      expect(read === null ? null : toLocalText(read, zone)).toBe(text);
    },
  );

  it.each([
    ['2026-12-01T00:00', 'UTC', '2026-12-01T00:00:00Z'],
    ['2026-12-01T00:00', 'Asia/Shanghai', '2026-11-30T16:00:00Z'],
    ['2026-07-01T09:30', 'Europe/Paris', '2026-07-01T07:30:00Z'],
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00Z'],
  ])('%s in %s is %s', (text, zone, iso) => expect(fromLocalText(text, zone)).toBe(Date.parse(iso)));

  it('answers an hour that is skipped with an instant, and nothing with null', () => {
    expect(fromLocalText('2026-03-29T02:30', 'Europe/Paris')).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect([fromLocalText('', 'UTC'), fromLocalText('2026-12-01', 'UTC')]).toEqual([null, null]);
  });
});
