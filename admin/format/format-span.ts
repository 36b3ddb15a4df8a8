const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

const ZH: Readonly<Record<string, string>> = { d: '天', h: '小时', min: '分', s: '秒' };

/** A length of time in at most `units` units: `2 d 4 h`, `41 s`; in Chinese `2天4小时`. Milliseconds in. */
export function formatSpan(ms: number, locale: string, units = 2): string {
  const zh = locale.startsWith('zh');
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(zh ? `${count}${ZH[unit] ?? unit}` : `${count} ${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === units) break;
  }
  if (parts.length === 0) return zh ? '0秒' : '0 s';
  return parts.join(zh ? '' : ' ');
}

/** How long ago, where that is less than seven days and not to come; else null. Both in epoch ms. */
export function formatAge(atMs: number, nowMs: number, locale: string): string | null {
  const age = nowMs - atMs;
  if (age < 0 || age >= 7 * 86_400_000) return null;
  const zh = locale.startsWith('zh');
  if (age < 60_000) return zh ? '刚刚' : 'just now';
  return zh ? `${formatSpan(age, locale, 1)}前` : `${formatSpan(age, locale, 1)} ago`;
}
