import { describe, expect, it } from 'vitest';
import type { WindowValue } from '../../../server/core/policies/parameter.ts';
import { findShift } from '../../../server/usecases/drafts/resolve-windows.ts';
import { buildGoldenBench } from '../../golden/bench.ts';

const { calendars } = (await buildGoldenBench()).getCalendars('Europe/Berlin', 'DE');
const window = (amount: number, counting: WindowValue['counting']): WindowValue => ({ amount, unit: 'days', counting });
const shift = (from: string, amount: number, counting: WindowValue['counting']) =>
  findShift(Date.parse(from), window(amount, counting), calendars);

describe('what moves the end of a window', () => {
  it('is a weekend or a holiday, where working days count', () => {
    expect(shift('2026-11-06T08:30:00Z', 15, 'calendar_workday_end')).toEqual({
      from: '2026-11-21T22:59:59.999Z',
      clockMinutes: 0,
    });
    expect(shift('2026-12-11T08:30:00Z', 14, 'calendar_workday_end')?.from).toBe('2026-12-25T22:59:59.999Z');
    expect(shift('2026-11-06T08:30:00Z', 14, 'calendar_workday_end')).toBeNull();
  });

  it('is a change of clocks, where exact hours count', () => {
    expect(shift('2026-10-20T08:30:00Z', 14, 'elapsed')).toEqual({ from: null, clockMinutes: -60 });
    expect(shift('2026-03-20T08:30:00Z', 14, 'elapsed')).toEqual({ from: null, clockMinutes: 60 });
    expect(shift('2026-11-06T08:30:00Z', 14, 'elapsed')).toBeNull();
  });

  it('is nothing, where local days count', () => {
    expect(shift('2026-10-20T08:30:00Z', 14, 'calendar')).toBeNull();
    expect(shift('2026-11-06T08:30:00Z', 15, 'calendar')).toBeNull();
  });
});
