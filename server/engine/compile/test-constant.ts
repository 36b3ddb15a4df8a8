import type { Calendars } from '../../core/calendars/calendar.ts';
import type { KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf } from './compiled-ruleset.ts';
import { FAILED, HELD, UNKNOWN_STATE } from './states.ts';

// A parameter on the left-hand side is a number, a switch, a list or a choice: none is compared by a calendar.
const NO_CALENDARS: Calendars = {
  zone: { kind: 'zone', zone: 'UTC', transitions: [] },
  holidays: { kind: 'holidays', country: '', from: '', until: '', holidays: [], workdays: [] },
};

/** The states of a leaf that compares a parameter, and of its complement: they hold as long as the version does. */
export function testConstant({ found, factParameter, operand }: CompiledLeaf): { state: number; complement: number } {
  const value = factParameter?.value;
  if (value === undefined || operand === undefined) return { state: UNKNOWN_STATE, complement: UNKNOWN_STATE };
  const holds = found.pair.bind(operand)(value as KnownValue, NO_CALENDARS);
  return holds === true ? { state: HELD, complement: FAILED } : { state: FAILED, complement: HELD };
}
