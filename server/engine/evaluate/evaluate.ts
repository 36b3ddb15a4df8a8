import type { Calendars } from '../../core/calendars/calendar.ts';
import type { CompactTrace } from '../../core/decisions/decision.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { CompiledRuleset, Decisive } from '../compile/compiled-ruleset.ts';
import { UNKNOWN_STATE } from '../compile/states.ts';
import { listMissing } from './list-missing.ts';
import { runComparisons, runRules } from './run-program.ts';
import { recallTrace } from './recall-trace.ts';

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

const NOTHING_MISSING: readonly string[] = [];

function listMissingAbove(compiled: CompiledRuleset, facts: Facts, end: number): readonly string[] {
  const { ruleStates } = compiled.program;
  const unknown = compiled.rules.filter(({ index }) => index < end && ruleStates[index] === UNKNOWN_STATE);
  return listMissing(unknown, compiled, facts);
}

/**
 * Runs every rule and every leaf over the facts, in three-valued logic, and keeps all their states.
 * @throws TypeError where a fact is not of its dictionary type.
 */
export function evaluate(compiled: CompiledRuleset, facts: Facts, calendars: Calendars): Evaluation {
  const { program, decisives } = compiled;
  runComparisons(program, facts, calendars);
  const { held, unknown } = runRules(program);
  const trace = recallTrace(program);
  const blockedByUnknown = unknown >= 0 && (held < 0 || unknown < held);
  const missing = blockedByUnknown
    ? listMissingAbove(compiled, facts, held < 0 ? decisives.length : held)
    : NOTHING_MISSING;
  const decisive = decisives[held];
  return decisive === undefined ? { trace, missing, blockedByUnknown } : { trace, decisive, missing, blockedByUnknown };
}

/** The same without the trace: what the trace's cost is measured against. */
export function evaluateVerdict(compiled: CompiledRuleset, facts: Facts, calendars: Calendars): Verdict {
  const { program, decisives } = compiled;
  runComparisons(program, facts, calendars);
  const { held, unknown } = runRules(program);
  const blockedByUnknown = unknown >= 0 && (held < 0 || unknown < held);
  const missing = blockedByUnknown
    ? listMissingAbove(compiled, facts, held < 0 ? decisives.length : held)
    : NOTHING_MISSING;
  const decisive = decisives[held];
  return decisive === undefined ? { missing, blockedByUnknown } : { decisive, missing, blockedByUnknown };
}
