import { describe, expect, it } from 'vitest';
import { deriveRegion } from '../../../server/core/facts/derive-region.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';

const MEMBERS = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

describe('customer.region', () => {
  it.each(MEMBERS)('%s, a member, is eu', (country) => expect(deriveRegion(country)).toBe('eu'));

  it.each(['IS', 'LI', 'NO'])('%s, of the EEA, is eu', (country) => expect(deriveRegion(country)).toBe('eu'));

  it.each(['GF', 'GP', 'MF', 'MQ', 'RE', 'YT', 'AX'])("%s, part of the Union's territory, is eu", (country) =>
    expect(deriveRegion(country)).toBe('eu'),
  );

  it('GB is uk', () => expect(deriveRegion('GB')).toBe('uk'));

  it.each(['CH', 'US', 'CN', 'TR', 'UA', 'GI', 'JE', 'IM', 'SJ', 'GL', 'UK', 'EU'])('%s is other', (country) =>
    expect(deriveRegion(country)).toBe('other'),
  );

  it('is unknown without a country', () => expect(deriveRegion(undefined)).toBe(UNKNOWN));
});
