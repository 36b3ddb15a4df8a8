import { describe, expect, it } from 'vitest';
import { formatAge, formatSpan } from '../../../admin/format/format-span.ts';

const DAY = 86_400_000;

describe('a length of time', () => {
  it('is told in two units at most', () => {
    expect(formatSpan(6 * DAY + 4 * 3_600_000 + 12 * 60_000, 'en')).toBe('6 d 4 h');
    expect(formatSpan(6 * DAY + 4 * 3_600_000 + 12 * 60_000, 'en', 3)).toBe('6 d 4 h 12 min');
    expect(formatSpan(41_000, 'en')).toBe('41 s');
  });

  it('skips no unit: a day and five minutes are a day', () => {
    expect(formatSpan(DAY + 5 * 60_000, 'en')).toBe('1 d');
  });

  it('is nothing below a second', () => {
    expect(formatSpan(999, 'en')).toBe('0 s');
    expect(formatSpan(0, 'zh')).toBe('0秒');
  });

  it('has no gaps in Chinese', () => {
    expect(formatSpan(2 * DAY + 4 * 3_600_000, 'zh')).toBe('2天4小时');
  });
});

describe('an age', () => {
  it('is told up to seven days', () => {
    expect(formatAge(0, 2 * 3_600_000, 'en')).toBe('2 h ago');
    expect(formatAge(0, 59_999, 'en')).toBe('just now');
    expect(formatAge(0, 7 * DAY - 1, 'en')).toBe('6 d ago');
    expect(formatAge(0, 7 * DAY, 'en')).toBeNull();
    expect(formatAge(0, 3 * 60_000, 'zh')).toBe('3分前');
  });

  it('is not told of what is to come', () => {
    expect(formatAge(1, 0, 'en')).toBeNull();
  });
});
