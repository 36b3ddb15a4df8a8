import type { Calendars } from '../../core/calendars/calendar.ts';
import type { CompactTrace } from '../../core/decisions/decision.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { CompiledRuleset, Decisive } from '../compile/compiled-ruleset.ts';
import { listMissing } from './list-missing.ts';
import { runComparisons } from './run-program.ts';
import { recallOutcome, spellTrace } from './recall-outcome.ts';

/** What a ruleset says of one set of facts. */
export interface Verdict {
  /** The first rule that held, in running order; absent where none did. It decides unless an unknown rule came before. */
  readonly decisive?: Decisive;
  /** Sorted names of the facts, and of parameters as `param.x`, that made the rules above the decisive one unknown. */
  readonly missing: readonly string[];
  /** Whether an unknown rule came before the first that held; where none held, whether any was unknown. */
  readonly blockedByUnknown: boolean;
}

/** A verdict with the states of all rules and leaves. */
export interface Evaluation extends Verdict {
  readonly trace: CompactTrace;
}

/**
 * Makes every comparison and runs every rule over the facts, in three-valued logic, and keeps all their states.
 * @throws TypeError where a fact is not of its dictionary type.
 */
export function evaluate(compiled: CompiledRuleset, facts: Facts, calendars: Calendars): Evaluation {
  const { program, decisives } = compiled;
  runComparisons(program, facts, calendars);
  const outcome = recallOutcome(program);
  const trace = outcome.trace ?? spellTrace(outcome, program);
  const missing = listMissing(outcome.open, compiled, facts);
  const blockedByUnknown = outcome.open.length > 0;
  const decisive = decisives[outcome.held];
  return decisive === undefined ? { trace, missing, blockedByUnknown } : { trace, decisive, missing, blockedByUnknown };
}

/** The same without the trace: what the trace's cost is measured against. */
export function evaluateVerdict(compiled: CompiledRuleset, facts: Facts, calendars: Calendars): Verdict {
  const { program, decisives } = compiled;
  runComparisons(program, facts, calendars);
  const outcome = recallOutcome(program);
  const missing = listMissing(outcome.open, compiled, facts);
  const blockedByUnknown = outcome.open.length > 0;
  const decisive = decisives[outcome.held];
  return decisive === undefined ? { missing, blockedByUnknown } : { decisive, missing, blockedByUnknown };
}
