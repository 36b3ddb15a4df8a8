import type { AccessRule, Action, Subject } from './permission.ts';
import type { RequestActor } from './request-actor.ts';
import { rulesFor } from './rules-for.ts';

/**
 * Whether somebody may do this. Without a program: whether they may do it anywhere. The service itself may do
 * everything; a key may do nothing that a role is needed for, its verbs are checked at the border.
 */
export function can(actor: RequestActor, action: Action, subject: Subject, program?: string): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'user' && allows(rulesFor(actor.grants), action, subject, program);
}

/** {@link can}, by rules. */
export function allows(rules: readonly AccessRule[], action: Action, subject: Subject, program?: string): boolean {
  return rules.some(
    (rule) =>
      rule.subject === subject && rule.action.includes(action) && (program === undefined || reaches(rule, program)),
  );
}

/** Programs in which something is allowed: null for all (perhaps but one), else those named; empty for none. */
export function listProgramsFor(
  rules: readonly AccessRule[],
  action: Action,
  subject: Subject,
): readonly string[] | null {
  const named = new Set<string>();
  for (const rule of rules) {
    if (rule.subject !== subject || !rule.action.includes(action)) continue;
    if (rule.conditions === undefined || '$ne' in rule.conditions.program) return null;
    for (const program of rule.conditions.program.$in) named.add(program);
  }
  return [...named];
}

function reaches({ conditions }: AccessRule, program: string): boolean {
  if (conditions === undefined) return true;
  return '$in' in conditions.program ? conditions.program.$in.includes(program) : conditions.program.$ne !== program;
}
