import type { RuleResult } from 'json-rules-engine';
import type { Calendars } from '../../core/calendars/calendar.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { buildReferenceEngine } from './build-reference-engine.ts';

/** What json-rules-engine says of one rule. */
interface ReferenceRule {
  readonly name: string;
  readonly held: boolean;
  /** Results of its leaves, depth first; null where the library did not reach one. */
  readonly leaves: readonly (boolean | null)[];
}

/** What json-rules-engine says of the rules that are on, highest priority first. */
export interface ReferenceRun {
  readonly rules: readonly ReferenceRule[];
  readonly decisive: string | null;
  /** The library's own JSON of the whole run. */
  readonly traceJson: string;
}

function listLeafResults(condition: object): (boolean | null)[] {
  if ('all' in condition && Array.isArray(condition.all)) return condition.all.flatMap(listLeafResults);
  if ('any' in condition && Array.isArray(condition.any)) return condition.any.flatMap(listLeafResults);
  return ['result' in condition && typeof condition.result === 'boolean' ? condition.result : null];
}

/** Results come in the order in which promises settled; the rules' order is that of their priorities. */
function sortResults(results: readonly RuleResult[]): RuleResult[] {
  return [...results].sort((one, other) => (other.priority ?? 0) - (one.priority ?? 0));
}

/**
 * Runs the ruleset once in a json-rules-engine of its own, over constant facts.
 * @throws Error where a fact that a rule names is absent or an operator cannot compare it.
 */
export async function runReference(content: PolicyContent, facts: Facts, calendars: Calendars): Promise<ReferenceRun> {
  const engine = buildReferenceEngine(content, calendars);
  const { results, failureResults } = await engine.run({ ...facts });
  const sorted = sortResults([...results, ...failureResults]);
  const rules = sorted.map((result) => ({
    name: result.name,
    held: result.result === true,
    leaves: listLeafResults(result.conditions),
  }));
  return {
    rules,
    decisive: rules.find(({ held }) => held)?.name ?? null,
    traceJson: JSON.stringify(sorted.map((result) => result.toJSON(false))),
  };
}
