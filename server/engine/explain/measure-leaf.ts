import type { Calendars } from '../../core/calendars/calendar.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf } from '../compile/compiled-ruleset.ts';

/** How far a leaf that held or failed is from turning; null where that cannot be measured. */
export function measureLeaf(
  { found, operand }: CompiledLeaf,
  letter: string,
  actual: KnownValue | null,
  calendars: Calendars,
): number | null {
  if ((letter !== 'h' && letter !== 'f') || actual === null || operand === undefined) return null;
  return found.pair.measure(actual, operand, calendars);
}
