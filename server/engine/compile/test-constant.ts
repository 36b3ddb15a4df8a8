import type { Calendars } from '../../core/calendars/calendar.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf } from './compiled-ruleset.ts';
import { FAILED, HELD, UNKNOWN_STATE } from './states.ts';

// A parameter on the left-hand side is a number, a switch, a list or a choice: none is compared by a calendar.
const NO_CALENDARS: Calendars = {
  zone: { kind: 'zone', zone: 'UTC', transitions: [] },
  holidays: { kind: 'holidays', country: '', from: '', until: '', holidays: [], workdays: [] },
};

/** The state of a leaf that compares a parameter with an operand: it stays the same as long as the version does. */
export function testConstant({ found, factParameter, operand }: CompiledLeaf): number {
  const value = factParameter?.value;
  if (value === undefined || operand === undefined) return UNKNOWN_STATE;
  const holds = found.pair.bind(operand)(value as KnownValue, NO_CALENDARS) === true;
  return holds === found.negated ? FAILED : HELD;
}
