import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Calendars } from '../../core/calendars/calendar.ts';
import { NOT_APPLICABLE, type KnownValue } from '../../core/facts/fact-value.ts';
import { OPERATOR_NAMES } from '../../core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../core/policies/operators/operator.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { Rule } from '../../core/policies/ruleset.ts';
import { listParameterFacts } from '../compile/list-parameter-facts.ts';
import { normalizeCondition } from '../compile/normalize-condition.ts';
import { comparePlainly } from './compare-plainly.ts';
import { isRuleOff } from './interpret.ts';

/** A rule's conditions in the normal form, under a group, since json-rules-engine takes no lone leaf. */
function convertConditions(rule: Rule): TopLevelCondition {
  const normal = normalizeCondition(rule.conditions);
  // The library's own types have mutable arrays; it copies what it is given.
  return ('fact' in normal ? { all: [normal] } : normal) as TopLevelCondition;
}

/**
 * A fresh json-rules-engine with the rules that are on, our operators and the parameters as constant facts. It must
 * not be run twice at once: overlapping runs silently skip rules. A path would execute expressions, so one throws.
 */
export function buildReferenceEngine(content: PolicyContent, calendars: Calendars): Engine {
  const parameters = listParameterFacts(content.parameters);
  const engine = new Engine([], {
    pathResolver: (_value, path) => {
      throw new Error(`Conditions have no path, found ${path}`);
    },
  });
  for (const name of OPERATOR_NAMES) {
    engine.addOperator(name, (value: unknown, operand: unknown) => {
      if (value === NOT_APPLICABLE) return false;
      return comparePlainly(name, value as KnownValue, operand as KnownOperand, calendars) === true;
    });
  }
  // An unset parameter is compared only where the fact is not applicable, and never looked at.
  for (const { name, value } of parameters.values()) engine.addFact(name, value ?? null);
  for (const rule of content.ruleset.rules) {
    if (isRuleOff(rule, parameters)) continue;
    const { type, params } = rule.event;
    engine.addRule({
      name: rule.name,
      priority: rule.priority,
      conditions: convertConditions(rule),
      event: { type, params },
    });
  }
  return engine;
}
