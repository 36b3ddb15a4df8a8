import type { OutcomeView } from '../../contract/http/policy-gate-view.ts';
import type { GoldenCase } from '../../contract/rules/golden-case-schema.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { FACT_DICTIONARY } from '../../core/facts/dictionary.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { wordOutcome } from '../../core/sentences/word-outcome.ts';
import { compileRuleset } from '../../engine/compile/compile-ruleset.ts';
import type { Candidate, CompiledVersion, DecideInput } from '../../engine/decide/candidate.ts';
import { decide } from '../../engine/decide/decide.ts';
import { SEMANTICS } from '../../engine/decide/semantics.ts';
import { expandGoldenCase } from '../golden/expand-golden-case.ts';
import type { GoldenBench } from '../golden/golden-bench.ts';
import { overrideParameters } from '../golden/override-parameters.ts';

/** Number by which a content without one is cited while it is only tried. */
const UNNUMBERED = 0;

const compiled = new WeakMap<PolicyContent, Map<string, CompiledVersion>>();

/** A content with some parameters replaced, compiled once for as long as the content is in use. */
export function compileContent(
  content: PolicyContent,
  overrides: Readonly<Record<string, unknown>> = {},
): CompiledVersion {
  const versions = compiled.get(content) ?? new Map<string, CompiledVersion>();
  compiled.set(content, versions);
  const key = JSON.stringify(overrides);
  const known = versions.get(key);
  if (known !== undefined) return known;
  const said = overrideParameters(content, overrides);
  const version = {
    version: { policy: said.policy, number: UNNUMBERED, digest: 'draft', content: said },
    policy: compileRuleset(said, FACT_DICTIONARY),
  };
  versions.set(key, version);
  return version;
}

/** Everything that a case's decision depends on, without the references. Throws RangeError on a case that names what does not exist. */
export function prepareInput(golden: GoldenCase, policy: string, bench: GoldenBench): DecideInput {
  const program = bench.programs.get(golden.program ?? policy);
  if (program === undefined) throw new RangeError(`There is no program ${golden.program ?? policy}`);
  const own = compileContent(program, golden.parameters);
  const floor = bench.floor === null ? undefined : compileContent(bench.floor, golden.floorParameters);
  const country = golden.customer?.country === undefined ? 'US' : (golden.customer.country ?? program.country);
  const { calendars, digests } = bench.getCalendars(golden.customer?.zone ?? program.zone, country);
  const record = expandGoldenCase(golden, own.version.content, { semantics: SEMANTICS, calendars: digests });
  const candidate: Candidate = { basis: 'request_time', ...own, ...(floor === undefined ? {} : { floor }) };
  return { record, calendars, candidates: [candidate], ids: { decisionId: 'draft' } };
}

/** A decision in brief. */
export function describeOutcome(decision: DecisionDraft): OutcomeView {
  const { disposition, reasonCode, remedy, credits, amountMinor, currency } = decision;
  const outcome = decision.candidates[decision.decisive];
  const rule = (outcome?.decidedBy === 'floor' ? outcome.floor?.rule : outcome?.policy.rule) ?? null;
  const brief = { disposition, reasonCode, remedy, credits, amountMinor, currency };
  return { ...brief, rule, words: { ...wordOutcome(brief) } };
}

/** Decides a case by one content, as fast as a live claim; null where it cannot be decided. */
export function runQuickly(golden: GoldenCase, policy: string, bench: GoldenBench): OutcomeView | null {
  try {
    return describeOutcome(decide(prepareInput(golden, policy, bench)));
  } catch {
    return null;
  }
}
