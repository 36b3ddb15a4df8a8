import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { Calendars } from '../../core/calendars/calendar.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { deriveFacts } from '../../core/facts/derive-facts.ts';
import { FACT_DICTIONARY } from '../../core/facts/dictionary.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { CaseRecord } from '../../core/records/case-record.ts';
import { compileRuleset } from '../../engine/compile/compile-ruleset.ts';
import { decide } from '../../engine/decide/decide.ts';
import type { Candidate, CompiledVersion } from '../../engine/decide/candidate.ts';
import { SEMANTICS } from '../../engine/decide/semantics.ts';
import { compareWithReference } from '../../engine/reference/compare-with-reference.ts';
import type { GoldenBench } from './golden-bench.ts';
import { expandGoldenCase } from './expand-golden-case.ts';
import { overrideParameters } from './override-parameters.ts';

/** A golden case decided, with what the references say against it. */
export interface DecidedGoldenCase {
  readonly record: CaseRecord;
  readonly decision: DecisionDraft;
  /** Name of the rule that decided; null where facts were missing. */
  readonly rule: string | null;
  /** Where the compiled rules and a reference disagree, in words. */
  readonly disagreements: readonly string[];
  readonly policy: CompiledVersion;
  readonly floor: CompiledVersion | null;
}

/** Most cases of a run share their content, and compiling is the larger part of deciding one. */
const compiled = new WeakMap<PolicyContent, CompiledVersion>();

function compileVersion(content: PolicyContent): CompiledVersion {
  const known = compiled.get(content);
  if (known) return known;
  const version = {
    version: { policy: content.policy, number: 1, digest: 'golden', content },
    policy: compileRuleset(content, FACT_DICTIONARY),
  };
  compiled.set(content, version);
  return version;
}

function getProgram(golden: GoldenCase, policy: string, bench: GoldenBench): PolicyContent {
  const name = golden.program ?? policy;
  const content = bench.programs.get(name);
  if (!content) throw new RangeError(`There is no program ${name}`);
  return content;
}

/** A golden case made ready to be decided. */
export interface PreparedGoldenCase {
  readonly record: CaseRecord;
  readonly calendars: Calendars;
  /** The program's content and the floor's, with the values that the case gives their parameters. */
  readonly content: PolicyContent;
  readonly floor: PolicyContent | null;
}

/** The record of a golden case of a policy, and what it is decided by. Throws RangeError on a case that names what does not exist. */
export function prepareGoldenCase(golden: GoldenCase, policy: string, bench: GoldenBench): PreparedGoldenCase {
  const content = overrideParameters(getProgram(golden, policy, bench), golden.parameters);
  const floor = bench.floor ? overrideParameters(bench.floor, golden.floorParameters) : null;
  const country = golden.customer?.country === undefined ? 'US' : (golden.customer.country ?? content.country);
  const { calendars, digests } = bench.getCalendars(golden.customer?.zone ?? content.zone, country);
  return {
    record: expandGoldenCase(golden, content, { semantics: SEMANTICS, calendars: digests }),
    calendars,
    content,
    floor,
  };
}

/** Decides a golden case of a policy as a live claim would be, and by both references. Throws RangeError on a case that names what does not exist. */
export async function decideGoldenCase(
  golden: GoldenCase,
  policyName: string,
  bench: GoldenBench,
): Promise<DecidedGoldenCase> {
  const { record, calendars, ...contents } = prepareGoldenCase(golden, policyName, bench);
  const policy = compileVersion(contents.content);
  const floor = contents.floor ? compileVersion(contents.floor) : null;
  const candidate: Candidate = { basis: 'request_time', ...policy, ...(floor ? { floor } : {}) };
  const decision = decide({ record, calendars, candidates: [candidate], ids: { decisionId: 'golden' } });
  const facts = deriveFacts(record);
  const disagreements: string[] = [];
  for (const { version, policy: rules } of floor ? [policy, floor] : [policy]) {
    for (const one of await compareWithReference(version.content, rules, facts, calendars)) {
      disagreements.push(`${version.policy}: ${one.reference} says ${one.theirs} at ${one.at}, not ${one.ours}`);
    }
  }
  const outcome = decision.candidates[decision.decisive];
  const rule = (outcome?.decidedBy === 'floor' ? outcome.floor?.rule : outcome?.policy.rule) ?? null;
  return { record, decision, rule, disagreements, policy, floor };
}
