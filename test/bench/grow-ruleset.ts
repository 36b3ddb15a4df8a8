import type { PolicyContent } from '../../server/core/policies/policy-version.ts';

/** The same policy with its rules repeated, under other names and priorities, until there are `count` of them. */
export function growRuleset(content: PolicyContent, count: number): PolicyContent {
  const { rules } = content.ruleset;
  const grown = Array.from({ length: count }, (_, index) => {
    const rule = rules[index % rules.length];
    if (rule === undefined) throw new RangeError('There is no rule to repeat');
    return { ...rule, name: `${rule.name}-${index}`, priority: count - index };
  });
  return { ...content, ruleset: { rules: grown } };
}
