import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Facts } from '../../server/core/facts/fact-value.ts';
import { NOT_APPLICABLE, UNKNOWN, type KnownValue } from '../../server/core/facts/fact-value.ts';
import { OPERATOR_NAMES } from '../../server/core/policies/operators/operator-table.ts';
import type { KnownOperand } from '../../server/core/policies/operators/operator.ts';
import type { PolicyContent } from '../../server/core/policies/policy-version.ts';
import type { Condition } from '../../server/core/policies/ruleset.ts';
import { listParameterFacts } from '../../server/engine/compile/list-parameter-facts.ts';
import { comparePlainly } from '../../server/engine/reference/compare-plainly.ts';
import { buildCalendars } from '../builders/calendars.ts';

/** How facts are handed over: each by its own name, or as objects from which a `path` takes the value. */
export type FactStyle = 'flat' | 'path';

function styleCondition(condition: Condition, style: FactStyle): object {
  if ('all' in condition) return { all: condition.all.map((child) => styleCondition(child, style)) };
  if ('any' in condition) return { any: condition.any.map((child) => styleCondition(child, style)) };
  if ('not' in condition) return { not: styleCondition(condition.not, style) };
  if (style === 'flat' || condition.fact.startsWith('param.')) return { ...condition };
  const [fact, property] = condition.fact.split('.');
  return { ...condition, fact, path: `$.${property}` };
}

/** One json-rules-engine, built once and run again and again, with our operators; what has no value compares false. */
export function buildLibraryEngine(content: PolicyContent, style: FactStyle): Engine {
  const calendars = buildCalendars();
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const name of OPERATOR_NAMES) {
    engine.addOperator(name, (value: unknown, operand: unknown) => {
      if (value === NOT_APPLICABLE || value === UNKNOWN || value === undefined || operand === null) return false;
      return comparePlainly(name, value as KnownValue, operand as KnownOperand, calendars) === true;
    });
  }
  for (const { name, value } of listParameterFacts(content.parameters).values()) engine.addFact(name, value ?? null);
  for (const { name, priority, conditions, event } of content.ruleset.rules) {
    const styled = styleCondition(conditions, style) as TopLevelCondition;
    engine.addRule({ name, priority, conditions: styled, event: { type: event.type, params: event.params } });
  }
  return engine;
}

/** Facts as the engine of that style takes them. */
export function styleFacts(facts: Facts, style: FactStyle): Record<string, unknown> {
  if (style === 'flat') return { ...facts };
  const nested: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(facts)) {
    const [fact = '', property = ''] = name.split('.');
    nested[fact] = { ...nested[fact], [property]: value };
  }
  return nested;
}
