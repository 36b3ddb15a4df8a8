import type { Calendars } from '../../core/calendars/calendar.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import type { CompiledRuleset } from '../compile/compiled-ruleset.ts';
import { evaluate, type Evaluation } from '../evaluate/evaluate.ts';
import { interpretRuleset } from './interpret.ts';
import { runReference } from './run-reference.ts';

/** One thing on which two runs of the same ruleset disagree. */
export interface Difference {
  readonly reference: 'json-rules-engine' | 'interpreter';
  /** A rule's name, or `decisive`, `missing`, `rules`, `leaves`, `blockedByUnknown`. */
  readonly at: string;
  readonly ours: string;
  readonly theirs: string;
}

function compareWithInterpreter(
  content: PolicyContent,
  ours: Evaluation,
  facts: Facts,
  calendars: Calendars,
): Difference[] {
  const theirs = interpretRuleset(content, facts, calendars);
  const pairs: [string, string, string][] = [
    ['rules', ours.trace.rules, theirs.rules],
    ['leaves', ours.trace.leaves, theirs.leaves],
    ['decisive', String(ours.decisive?.rule.name ?? null), String(theirs.decisive)],
    ['missing', ours.missing.join(), theirs.missing.join()],
    ['blockedByUnknown', String(ours.blockedByUnknown), String(theirs.blockedByUnknown)],
  ];
  return pairs
    .filter(([, one, other]) => one !== other)
    .map(([at, one, other]) => ({ reference: 'interpreter', at, ours: one, theirs: other }));
}

/** Our trace as the reference would tell it: the rules that are on, h and f alone. */
function listOwnRules(compiled: CompiledRuleset, { trace }: Evaluation): { name: string; states: string }[] {
  return compiled.rules
    .filter(({ off }) => !off)
    .map(({ rule, index, firstLeaf, leafCount }) => ({
      name: rule.name,
      states: trace.rules.charAt(index) + trace.leaves.slice(firstLeaf, firstLeaf + leafCount).replaceAll('n', 'f'),
    }));
}

const spell = (held: boolean | null): string => (held === null ? '-' : held ? 'h' : 'f');

async function compareWithLibrary(
  content: PolicyContent,
  compiled: CompiledRuleset,
  ours: Evaluation,
  facts: Facts,
  calendars: Calendars,
): Promise<Difference[]> {
  const run = await runReference(content, facts, calendars);
  const own = listOwnRules(compiled, ours);
  const theirs = run.rules.map(({ name, held, leaves }) => ({
    name,
    states: spell(held) + leaves.map(spell).join(''),
  }));
  const differences: Difference[] = [];
  for (let index = 0; index < Math.max(own.length, theirs.length); index += 1) {
    const one = own[index];
    const other = theirs[index];
    if (one?.name === other?.name && one?.states === other?.states) continue;
    const at = one?.name ?? other?.name ?? '';
    differences.push({
      reference: 'json-rules-engine',
      at,
      ours: `${one?.name}:${one?.states}`,
      theirs: `${other?.name}:${other?.states}`,
    });
  }
  const decisive = ours.decisive?.rule.name ?? null;
  if (decisive !== run.decisive) {
    differences.push({
      reference: 'json-rules-engine',
      at: 'decisive',
      ours: String(decisive),
      theirs: String(run.decisive),
    });
  }
  return differences;
}

/**
 * Runs one set of facts by the compiled rules and by the references, and lists where they disagree: always against the
 * recursive interpreter; against json-rules-engine, which knows no third value, where no leaf is unknown.
 */
export async function compareWithReference(
  content: PolicyContent,
  compiled: CompiledRuleset,
  facts: Facts,
  calendars: Calendars,
): Promise<Difference[]> {
  const ours = evaluate(compiled, facts, calendars);
  const differences = compareWithInterpreter(content, ours, facts, calendars);
  if (ours.trace.leaves.includes('u')) return differences;
  return [...differences, ...(await compareWithLibrary(content, compiled, ours, facts, calendars))];
}
