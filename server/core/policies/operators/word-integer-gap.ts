import type { Words } from './operator.ts';

/** "3 too high" or "3 too low". */
export function wordIntegerGap(margin: number, tooHigh: boolean): Words {
  return tooHigh
    ? { en: `${margin} too high`, zh: `高出 ${margin}` }
    : { en: `${margin} too low`, zh: `低了 ${margin}` };
}
