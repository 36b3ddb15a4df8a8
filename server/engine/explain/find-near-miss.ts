import type { Calendars } from '../../core/calendars/calendar.ts';
import type { CompactTrace, NearMiss } from '../../core/decisions/decision.ts';
import type { Facts } from '../../core/facts/fact-value.ts';
import type { Effect } from '../../core/policies/ruleset.ts';
import type { CompiledLeaf, CompiledRule, CompiledRuleset } from '../compile/compiled-ruleset.ts';
import { listTurningLeaves } from './list-turning-leaves.ts';
import { measureLeaf } from './measure-leaf.ts';
import { readLeaf } from './read-leaf.ts';
import { wordLeaf, wordLeafMargin, type LeafFinding } from './word-leaf.ts';

/** A condition that alone stood between a rule and its firing. */
interface Candidate {
  readonly rule: CompiledRule;
  readonly leaf: CompiledLeaf;
  readonly finding: LeafFinding;
  /** Whether the rule itself held, and the leaf is what made another decide before it. */
  readonly displaced: boolean;
}

interface Context {
  readonly compiled: CompiledRuleset;
  readonly trace: CompactTrace;
  readonly facts: Facts;
  readonly calendars: Calendars;
}

const RANKS: Readonly<Record<Effect, number>> = { grant: 2, refer: 1, deny: 0, needs_info: -1, no_action: -1 };

function describeCandidate(rule: CompiledRule, index: number, displaced: boolean, context: Context): Candidate | null {
  const { compiled, trace, facts, calendars } = context;
  const leaf = compiled.leaves[index];
  if (leaf === undefined) return null;
  const letter = trace.leaves.charAt(index);
  const actual = readLeaf(leaf, facts);
  return { rule, leaf, displaced, finding: { letter, actual, margin: measureLeaf(leaf, letter, actual, calendars) } };
}

/** How much of a rule was fulfilled: where nothing can be measured, the rule that most spoke for is the nearest. */
function countHeld(rule: CompiledRule, trace: CompactTrace): number {
  let held = 0;
  for (let leaf = rule.firstLeaf; leaf < rule.firstLeaf + rule.leafCount; leaf += 1) {
    if (trace.leaves.charAt(leaf) === 'h') held += 1;
  }
  return held;
}

/** Better rules above the decision that one failed condition kept from firing. */
function listKept(end: number, rank: number, context: Context): Candidate[] {
  const { compiled, trace } = context;
  const found: Candidate[] = [];
  for (let index = 0; index < end; index += 1) {
    const rule = compiled.rules[index];
    if (rule === undefined || trace.rules.charAt(index) !== 'f' || RANKS[rule.rule.event.type] <= rank) continue;
    for (const leaf of listTurningLeaves(rule.root, trace.leaves, 'f')) {
      const candidate = describeCandidate(rule, leaf, false, context);
      // A rule of which nothing at all was fulfilled was not near, only different.
      if (candidate !== null && (candidate.finding.margin !== null || countHeld(rule, trace) > 0))
        found.push(candidate);
    }
  }
  return found;
}

/**
 * The better rule that holds next below the decision, and the measurable conditions each of which alone let the
 * decisive rule come first: one grant too many, a report too late. That everything else goes to the fallback is no
 * finding to have missed.
 */
function listDisplaced(decided: number, rank: number, context: Context): Candidate[] {
  const { compiled, trace } = context;
  const decisive = compiled.rules[decided];
  let index = decided + 1;
  while (index < trace.rules.length && trace.rules.charAt(index) !== 'h' && trace.rules.charAt(index) !== 'u')
    index += 1;
  const next = compiled.rules[index];
  if (decisive === undefined || next === undefined || trace.rules.charAt(index) !== 'h') return [];
  if (RANKS[next.rule.event.type] <= rank || next.rule.event.params.stage === 'fallback') return [];
  return listTurningLeaves(decisive.root, trace.leaves, 'h').flatMap((leaf) => {
    const candidate = describeCandidate(next, leaf, true, context);
    return candidate === null || candidate.finding.margin === null ? [] : [candidate];
  });
}

/** Negative where `one` is the nearer miss: measured before not, kept before displaced, then the better finding. */
function compareCandidates(one: Candidate, other: Candidate, context: Context): number {
  return (
    Number(other.finding.margin !== null) - Number(one.finding.margin !== null) ||
    Number(one.displaced) - Number(other.displaced) ||
    RANKS[other.rule.rule.event.type] - RANKS[one.rule.rule.event.type] ||
    (one.finding.margin === null ? countHeld(other.rule, context.trace) - countHeld(one.rule, context.trace) : 0) ||
    one.rule.index - other.rule.index
  );
}

function nameOperator({ leaf, displaced }: Candidate): string {
  const { pair, negated } = leaf.found;
  return negated === displaced ? pair.operator : pair.complement;
}

function presentMiss(candidate: Candidate, { compiled }: Context): NearMiss {
  const { rule, leaf, finding } = candidate;
  const { parameter } = leaf;
  return {
    rule: rule.rule.name,
    fact: leaf.leaf.fact,
    operator: nameOperator(candidate),
    ...(parameter === undefined ? {} : { parameter: parameter.parameter.name }),
    ...(finding.margin === null ? {} : { margin: finding.margin }),
    words: wordLeafMargin(leaf, finding) ?? wordLeaf(leaf, finding, compiled.dictionary),
  };
}

/**
 * The condition that alone kept a better finding from a denied or referred case, with its margin in words ("6 hours
 * 12 minutes too late"); null where no single one did. `decided` is the decisive rule's place in running order, null
 * where the case was referred because something was unknown: then every rule counts. Of several, one that can be
 * measured comes first, then the better finding.
 */
export function findNearMiss(
  compiled: CompiledRuleset,
  trace: CompactTrace,
  facts: Facts,
  calendars: Calendars,
  decided: number | null,
  betterThan: 'denied' | 'referred',
): NearMiss | null {
  const context = { compiled, trace, facts, calendars };
  const rank = betterThan === 'denied' ? RANKS.deny : RANKS.refer;
  const candidates = listKept(decided ?? compiled.rules.length, rank, context);
  if (decided !== null) candidates.push(...listDisplaced(decided, rank, context));
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const nearest = others.reduce((best, other) => (compareCandidates(other, best, context) < 0 ? other : best), first);
  return presentMiss(nearest, context);
}
