import { FLOOR_POLICY } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import { normalizeCondition } from '../compile/normalize-condition.ts';
import type { LintContext } from './lint-context.ts';
import { isCertain } from './prove.ts';

/**
 * Reports a program without a rule that provably holds for every case: what no rule answers cannot be decided at all.
 * The floor only ever improves what a program decided, and needs none; nor can anything be proved where no fact is
 * always known.
 */
export function lintFallback({ policy, ruleset }: PolicyContent, context: LintContext): void {
  if (policy === FLOOR_POLICY || ![...context.dictionary.values()].some((one) => one.always === true)) return;
  if (ruleset.rules.some((rule) => isCertain(normalizeCondition(rule.conditions), context))) return;
  context.report(
    'no_fallback',
    '/ruleset/rules',
    'No rule holds for every case, so that some could not be decided. End with one that does, such as a referral on “claim.automatic is true or false”.',
  );
}
