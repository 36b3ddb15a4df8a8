import { describe, expect, it } from 'vitest';
import { deriveInterval } from '../../../server/core/facts/derive-interval.ts';
import { UNKNOWN } from '../../../server/core/facts/fact-value.ts';

describe('deriveInterval', () => {
  it('keeps both instants and the zone', () => {
    expect(deriveInterval(1_000, 2_000, 'Europe/Berlin')).toEqual({ from: 1_000, to: 2_000, zone: 'Europe/Berlin' });
  });

  it('may be empty, but not run backwards', () => {
    expect(deriveInterval(1_000, 1_000, 'UTC')).toEqual({ from: 1_000, to: 1_000, zone: 'UTC' });
    expect(deriveInterval(1_000, 999, 'UTC')).toBe(UNKNOWN);
  });

  it('is unknown without a beginning', () => {
    expect(deriveInterval(undefined, 1_000, 'UTC')).toBe(UNKNOWN);
  });
});
