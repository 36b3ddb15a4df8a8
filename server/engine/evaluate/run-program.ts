import type { Calendars } from '../../core/calendars/calendar.ts';
import { NOT_APPLICABLE, UNKNOWN, type FactValue, type Facts, type KnownValue } from '../../core/facts/fact-value.ts';
import type { FactSlot, Program } from '../compile/compiled-ruleset.ts';
import { FAILED, HELD, NOT_APPLICABLE_STATE, UNKNOWN_STATE } from '../compile/states.ts';

function getKnownValue(slot: FactSlot, value: Exclude<FactValue, symbol>): KnownValue {
  if (typeof value !== slot.kind || value === null) throw new TypeError(`Fact ${slot.name} is not a ${slot.kind}`);
  return value;
}

/** Writes one state to all leaves that use any of the slot's comparisons. */
function writeToAll(program: Program, slot: FactSlot, state: number): void {
  const { userStarts, users, leafStates } = program;
  const end = userStarts[slot.firstTest + slot.tests.length] as number;
  for (let u = userStarts[slot.firstTest] as number; u < end; u += 1) leafStates[(users[u] as number) >> 1] = state;
}

function writeAnswers(program: Program, slot: FactSlot, value: KnownValue, calendars: Calendars): void {
  const { userStarts, users, leafStates } = program;
  const { tests, firstTest } = slot;
  let u = userStarts[firstTest] as number;
  for (let t = 0; t < tests.length; t += 1) {
    const holds = (tests[t] as FactSlot['tests'][number])(value, calendars);
    const own = holds === true ? HELD : holds === false ? FAILED : UNKNOWN_STATE;
    const complement = holds === true ? FAILED : holds === false ? HELD : UNKNOWN_STATE;
    for (const end = userStarts[firstTest + t + 1] as number; u < end; u += 1) {
      const user = users[u] as number;
      leafStates[user >> 1] = (user & 1) === 0 ? own : complement;
    }
  }
}

/**
 * Makes every comparison once and leaves the answers in the program's working memory. A fact that is absent is
 * unknown; one that is not applicable fails in both polarities, whatever it would be compared with.
 * @throws TypeError where a fact is not of its dictionary type: such a case is not decided at all.
 */
export function runComparisons(program: Program, facts: Facts, calendars: Calendars): void {
  const { slots } = program;
  for (let s = 0; s < slots.length; s += 1) {
    const slot = slots[s] as FactSlot;
    const value = facts[slot.name];
    if (value === undefined || value === UNKNOWN) writeToAll(program, slot, UNKNOWN_STATE);
    else if (value === NOT_APPLICABLE) writeToAll(program, slot, NOT_APPLICABLE_STATE);
    else writeAnswers(program, slot, getKnownValue(slot, value as KnownValue), calendars);
  }
}

/** Runs every rule over the leaves' states; answers the first that held, or -1, and the unknown ones above it. */
export function runRules({ ruleTests, ruleStates, leafStates }: Program): { held: number; open: readonly number[] } {
  let held = -1;
  const open: number[] = [];
  for (let r = 0; r < ruleTests.length; r += 1) {
    const state = (ruleTests[r] as Program['ruleTests'][number])(leafStates);
    ruleStates[r] = state;
    if (held >= 0) continue;
    if (state === HELD) held = r;
    else if (state === UNKNOWN_STATE) open.push(r);
  }
  return { held, open };
}
