import type { FactDictionary } from '../../core/facts/fact-definition.ts';
import type { Parameter } from '../../core/policies/parameter.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { listParameterFacts } from '../compile/list-parameter-facts.ts';
import { checkKeys, isJsonObject, readOwn, type JsonObject } from './check-shape.ts';
import type { LintContext } from './lint-context.ts';
import type { LintIssue, Report } from './lint-issue.ts';
import { lintFallback } from './lint-fallback.ts';
import { lintOrder } from './lint-order.ts';
import { lintParameters } from './lint-parameters.ts';
import { lintReach } from './lint-reach.ts';
import { lintRule } from './lint-rule.ts';

function listClauses(content: PolicyContent): ReadonlySet<string> {
  const clauses: unknown = content.clauses;
  if (!Array.isArray(clauses)) return new Set();
  return new Set(clauses.flatMap((clause) => (isJsonObject(clause) ? [String(readOwn(clause, 'id'))] : [])));
}

function listNames(parameters: unknown): ReadonlySet<string> {
  if (!Array.isArray(parameters)) return new Set();
  return new Set(
    parameters.flatMap((parameter) => (isJsonObject(parameter) ? [String(readOwn(parameter, 'name'))] : [])),
  );
}

/**
 * Lists everything for which a policy's rules and parameters are refused, at save, at publish and at load; empty where
 * they are sound. What is provably pointless is refused as well: a rule that can never fire, or that an earlier one
 * always shadows. The content may be any JSON of that shape or not: nothing throws.
 */
export function lintRuleset(content: PolicyContent, dictionary: FactDictionary): LintIssue[] {
  const issues: LintIssue[] = [];
  const report: Report = (code, path, message) => void issues.push({ code, path, message });
  const clauses = listClauses(content);
  const sound: Parameter[] = lintParameters(content.parameters, clauses, report);
  const context: LintContext = {
    dictionary,
    parameters: listParameterFacts(sound),
    parameterNames: listNames(content.parameters),
    clauses,
    report,
  };
  const ruleset: unknown = content.ruleset;
  const rules = isJsonObject(ruleset) ? readOwn(ruleset, 'rules') : undefined;
  if (!Array.isArray(rules)) {
    report('wrong_type', '/ruleset/rules', 'A ruleset holds a list of rules.');
    return issues;
  }
  checkKeys(content.ruleset as unknown as JsonObject, { required: ['rules'] }, '/ruleset', report);
  if (rules.length === 0) report('no_rules', '/ruleset/rules', 'The ruleset has no rule.');
  const before = issues.length;
  const counter = { leaves: 0 };
  rules.forEach((rule, index) => lintRule(rule, `/ruleset/rules/${index}`, counter, context));
  // What holds between rules can be said only of rules that are sound by themselves.
  if (issues.length === before) {
    lintOrder(content.ruleset.rules, report);
    lintReach(content.ruleset.rules, context);
    if (rules.length > 0) lintFallback(content, context);
  }
  return issues;
}
