import type { Calendars } from '../../core/calendars/calendar.ts';
import { NOT_APPLICABLE, UNKNOWN, type FactValue, type Facts, type KnownValue } from '../../core/facts/fact-value.ts';
import type { FactSlot, Program } from '../compile/compiled-ruleset.ts';
import { FAILED, HELD, NOT_APPLICABLE_STATE, UNKNOWN_STATE } from '../compile/states.ts';

function getKnownValue(slot: FactSlot, value: Exclude<FactValue, symbol>): KnownValue {
  if (typeof value !== slot.kind || value === null) throw new TypeError(`Fact ${slot.name} is not a ${slot.kind}`);
  return value;
}

/**
 * Makes every comparison once and leaves the results in the program's working memory. A fact that is absent is
 * unknown; one that is not applicable fails in both polarities, whatever it would be compared with.
 * @throws TypeError where a fact is not of its dictionary type: such a case is not decided at all.
 */
export function runComparisons({ slots, states }: Program, facts: Facts, calendars: Calendars): void {
  for (let s = 0; s < slots.length; s += 1) {
    const slot = slots[s] as FactSlot;
    const value = facts[slot.name];
    const { tests } = slot;
    let at = slot.firstState;
    if (value === undefined || value === UNKNOWN) {
      states.fill(UNKNOWN_STATE, at, at + tests.length * 2);
    } else if (value === NOT_APPLICABLE) {
      states.fill(NOT_APPLICABLE_STATE, at, at + tests.length * 2);
    } else {
      const known = getKnownValue(slot, value as KnownValue);
      for (let t = 0; t < tests.length; t += 1) {
        const holds = (tests[t] as FactSlot['tests'][number])(known, calendars);
        states[at] = holds === true ? HELD : holds === false ? FAILED : UNKNOWN_STATE;
        states[at + 1] = holds === true ? FAILED : holds === false ? HELD : UNKNOWN_STATE;
        at += 2;
      }
    }
  }
}

/** Runs every rule over the comparisons' states; answers the indexes of the first held and the first unknown one, or -1. */
export function runRules({ ruleTests, ruleStates, states }: Program): { held: number; unknown: number } {
  let held = -1;
  let unknown = -1;
  for (let r = ruleTests.length - 1; r >= 0; r -= 1) {
    const state = (ruleTests[r] as Program['ruleTests'][number])(states);
    ruleStates[r] = state;
    if (state === HELD) held = r;
    else if (state === UNKNOWN_STATE) unknown = r;
  }
  return { held, unknown };
}
