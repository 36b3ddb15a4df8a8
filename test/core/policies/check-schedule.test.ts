import { describe, expect, it } from 'vitest';
import { findScheduleClash, selectReplaced } from '../../../server/core/policies/check-schedule.ts';

const live = { id: 'a1', policy: 'p', number: 1, effectiveFrom: 0, recordedAt: 0 };
const at = (number: number, effectiveFrom: number) => ({ ...live, id: `a${number}`, number, effectiveFrom });
const clash = (activations: readonly (typeof live)[], effectiveFrom: number, basedOn = 1): number | null =>
  findScheduleClash([live, ...activations], { now: 10, effectiveFrom, basedOn })?.number ?? null;

describe('a version that is to take effect', () => {
  it('has nothing in its way where nothing is scheduled', () => {
    expect(clash([], 20)).toBeNull();
    expect(clash([at(2, 10)], 20)).toBeNull();
    expect(clash([at(2, 30), { ...at(2, 30), id: 'w', withdraws: 'a2' } as typeof live], 20)).toBeNull();
  });

  it('may not come before one that is scheduled, whatever it was made from', () => {
    expect(clash([at(2, 30)], 20)).toBe(2);
    expect(clash([at(2, 30)], 29, 2)).toBe(2);
    expect(clash([at(2, 15), at(3, 40)], 30, 3)).toBe(3);
  });

  it('may follow the last one that is scheduled only where it was made from that', () => {
    expect(clash([at(2, 30)], 31)).toBe(2);
    expect(clash([at(2, 30)], 31, 2)).toBeNull();
    expect(clash([at(2, 30)], 30, 2)).toBeNull();
    expect(clash([at(2, 15), at(3, 40)], 50, 2)).toBe(3);
    expect(clash([at(2, 15), at(3, 40)], 50, 3)).toBeNull();
  });
});

describe('what a version replaces', () => {
  const replaced = (activations: readonly (typeof live)[], basedOn: number): number | null =>
    selectReplaced(activations, { now: 10, basedOn })?.number ?? null;

  it('is the scheduled one that it was made from', () => {
    expect(replaced([live, at(2, 30)], 2)).toBe(2);
    expect(replaced([live, at(2, 30), at(3, 40)], 3)).toBe(3);
  });

  it('is what decides now where that was made from anything else, or was taken back', () => {
    expect(replaced([], 0)).toBeNull();
    expect(replaced([live, at(2, 30)], 1)).toBe(1);
    expect(replaced([live, at(2, 10)], 1)).toBe(2);
    expect(replaced([live, at(2, 30), { ...at(2, 30), id: 'w', withdraws: 'a2' } as typeof live], 2)).toBe(1);
  });
});
