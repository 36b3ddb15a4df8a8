import type { Calendars } from '../../core/calendars/calendar.ts';
import type { CompactTrace } from '../../core/decisions/decision.ts';
import type { Facts, KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledNode, CompiledRuleset } from '../compile/compiled-ruleset.ts';
import { STATE_WORDS, type StateWord } from '../compile/states.ts';
import { explainLeaf, getExplainPlan, type ExplainPlan, type LeafSetting } from './explain-leaf.ts';
import type { ExplainedNode, ExplainedRule } from './explained-rule.ts';
import { readLeaf } from './read-leaf.ts';

interface Context {
  readonly plan: ExplainPlan;
  readonly letters: string;
  /** What was read for each of the plan's left-hand sides. */
  readonly values: readonly (KnownValue | null)[];
  readonly setting: LeafSetting;
}

function wordState(letter: string): StateWord {
  if (letter === 'h' || letter === 'f' || letter === 'u' || letter === 'n' || letter === 'o')
    return STATE_WORDS[letter];
  throw new RangeError('The trace does not belong to this ruleset');
}

/** The state of a group from those of its nodes; a node that is not applicable has failed for its group. */
function joinStates(kind: 'all' | 'any', nodes: readonly ExplainedNode[]): StateWord {
  const deciding: StateWord = kind === 'all' ? 'failed' : 'held';
  let state: StateWord = kind === 'all' ? 'held' : 'failed';
  for (const node of nodes) {
    if (node.state === 'off') return 'off';
    const own = node.state === 'not_applicable' ? 'failed' : node.state;
    if (own === deciding) state = deciding;
    else if (own === 'unknown' && state !== deciding) state = 'unknown';
  }
  return state;
}

/** A node in full; the root's state is the rule's, which the trace tells. */
function explainNode(node: CompiledNode, context: Context, state?: StateWord): ExplainedNode {
  if (node.kind === 'leaf') {
    const leaf = context.plan.leaves[node.leaf];
    if (leaf === undefined) throw new RangeError('The trace does not belong to this ruleset');
    return explainLeaf(leaf, context.letters.charAt(node.leaf), context.values[leaf.side] ?? null, context.setting);
  }
  const nodes = node.children.map((child) => explainNode(child, context));
  return { type: node.kind, state: state ?? joinStates(node.kind, nodes), nodes };
}

/**
 * Rebuilds the full tree of a run from its compact trace: the rules in running order, every condition in the normal
 * form (each `not` as its complement) with the values that were read, its margin and a sentence in both languages.
 * @throws RangeError where the trace is not one of this ruleset.
 */
export function explainTrace(
  compiled: CompiledRuleset,
  trace: CompactTrace,
  facts: Facts,
  calendars: Calendars,
): ExplainedRule[] {
  if (trace.rules.length !== compiled.rules.length || trace.leaves.length !== compiled.leaves.length) {
    throw new RangeError('The trace does not belong to this ruleset');
  }
  const plan = getExplainPlan(compiled);
  const values = plan.sides.map((leaf) => readLeaf(leaf, facts));
  const context = {
    plan,
    letters: trace.leaves,
    values,
    setting: { dictionary: compiled.dictionary, calendars, worded: new Map() },
  };
  const first = trace.rules.search(/[hu]/);
  return compiled.rules.map(({ rule, index, root }) => {
    const { stage, remedy, reasonCode, clause } = rule.event.params;
    const state = wordState(trace.rules.charAt(index));
    return {
      name: rule.name,
      stage,
      priority: rule.priority,
      effect: rule.event.type,
      remedy: remedy ?? null,
      reasonCode,
      clauseId: clause ?? null,
      state,
      decisive: index === first && state === 'held',
      conditions: explainNode(root, context, state),
    };
  });
}
