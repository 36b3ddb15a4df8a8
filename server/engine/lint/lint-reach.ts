import type { Rule } from '../../core/policies/ruleset.ts';
import { normalizeCondition, type NormalCondition } from '../compile/normalize-condition.ts';
import type { LintContext } from './lint-context.ts';
import { impliesCondition, isImpossible } from './prove.ts';

interface Candidate {
  readonly rule: Rule;
  readonly index: number;
  readonly condition: NormalCondition;
  readonly facts: ReadonlySet<string>;
  /** Whether an unset parameter may switch it off, so that it shadows nothing for good. */
  readonly mayBeOff: boolean;
}

function listNames(condition: NormalCondition): { facts: string[]; parameters: string[] } {
  if ('fact' in condition) {
    const { fact, value } = condition;
    return { facts: [fact], parameters: typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact] };
  }
  const children = ('all' in condition ? condition.all : condition.any).map(listNames);
  return {
    facts: children.flatMap(({ facts }) => facts),
    parameters: children.flatMap(({ parameters }) => parameters),
  };
}

function describe(rule: Rule, index: number, context: LintContext): Candidate {
  const condition = normalizeCondition(rule.conditions);
  const { facts, parameters } = listNames(condition);
  const mayBeOff = parameters.some((name) => context.parameters.get(name)?.parameter.whenUnset === 'off');
  return { rule, index, condition, facts: new Set(facts), mayBeOff };
}

/** Whether `earlier` holds wherever `later` does; the comparison of names is the cheap test that nearly always decides. */
function shadows(earlier: Candidate, later: Candidate, context: LintContext): boolean {
  if (earlier.mayBeOff) return false;
  if ('all' in earlier.condition) for (const fact of earlier.facts) if (!later.facts.has(fact)) return false;
  return impliesCondition(later.condition, earlier.condition, context);
}

/** Reports rules that provably never fire, or that an earlier one provably always shadows. */
export function lintReach(rules: readonly Rule[], context: LintContext): void {
  const candidates = rules
    .map((rule, index) => describe(rule, index, context))
    .sort((one, other) => other.rule.priority - one.rule.priority);
  candidates.forEach((later, place) => {
    const path = `/ruleset/rules/${later.index}`;
    if (isImpossible(later.condition, context)) {
      context.report(
        'never_fires',
        `${path}/conditions`,
        `${later.rule.name} can never fire: its conditions contradict each other.`,
      );
      return;
    }
    const earlier = candidates.slice(0, place).find((candidate) => shadows(candidate, later, context));
    if (earlier === undefined) return;
    context.report(
      'always_shadowed',
      path,
      `${later.rule.name} can never decide: wherever it holds, ${earlier.rule.name} holds before it.`,
    );
  });
}
