import { fc, it as prop } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  checkInstant,
  formatInstant,
  formatOptionalInstant,
  parseInstant,
} from '../../../server/contract/http/instant.ts';

const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

describe('instants', () => {
  prop.prop([fc.integer({ min: 0, max: LATEST })])('read what they write', (at) => {
    expect(parseInstant(formatInstant(at))).toBe(at);
  });

  prop.prop([
    fc.integer({ min: 86_400_000, max: LATEST - 86_400_000 }),
    fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }),
  ])('mean the same at every offset', (at, offsetMinutes) => {
    const size = Math.abs(offsetMinutes);
    const two = (part: number): string => String(part).padStart(2, '0');
    const offset = `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    const local = new Date(at + offsetMinutes * 60_000).toISOString().replace('Z', offset);
    expect(parseInstant(local)).toBe(at);
  });

  it.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:00.0019Z', 1],
    ['2024-02-29t12:00:00z', Date.UTC(2024, 1, 29, 12)],
    ['1970-01-01T01:00:00+01:00', 0],
    ['9999-12-31T23:59:59.999Z', LATEST],
  ])('%s is %i', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00Z',
    '1969-12-31T23:59:59Z',
    '1970-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '+02026-01-01T00:00:00Z',
    '0070-01-01T00:00:00Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00.Z',
    '',
    'now',
    '1767225600000',
  ])('%j is none', (text) => {
    expect(checkInstant(text)).toBe(false);
  });

  it('that are absent are null', () => {
    expect([formatOptionalInstant(undefined), formatOptionalInstant(0)]).toEqual([null, '1970-01-01T00:00:00.000Z']);
  });
});
