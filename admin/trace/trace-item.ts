import { SENTENCES, createSentenceContext } from '../../server/contract/sentences.ts';
import type { RulesetTraceView, TraceView } from '../../server/contract/http/trace-view.ts';

type RuleView = RulesetTraceView['rules'][number];
type NodeView = RuleView['conditions'];
type LeafView = Extract<NodeView, { type: 'leaf' }>;

/** State of a rule, a group or a condition. */
export type TraceState = RuleView['state'];

/** One line of the tree; `id` is its place, as `2.0.1`. */
export interface TraceItem {
  readonly id: string;
  readonly state: TraceState;
  readonly rule?: RuleView;
  readonly leaf?: LeafView;
  readonly group?: 'all' | 'any' | 'not';
  readonly children: readonly TraceItem[];
  /** Its rule fired first in its ruleset. */
  readonly decisive: boolean;
  /** Its rule is what the outcome comes from: the floor's does only where the floor decided, and the other way round. */
  readonly decides: boolean;
  readonly nearMiss: boolean;
}

/**
 * The rules of a ruleset as lines of a tree. `nearMissRule` marks the rule that was one condition away; `decided` says
 * whether the outcome is this ruleset's.
 */
export function listTraceItems(
  rules: readonly RuleView[],
  nearMissRule: string | null,
  decided = true,
): readonly TraceItem[] {
  return rules.map((rule, index) => ({
    id: String(index),
    state: rule.state,
    rule,
    children: listParts(rule.conditions, String(index)),
    decisive: rule.decisive,
    decides: rule.decisive && decided,
    nearMiss: rule.name === nearMissRule,
  }));
}

/** The lines that explain an outcome: what decided, what nearly did, and what was unknown before. */
export function selectDeciding(items: readonly TraceItem[]): readonly TraceItem[] {
  const decisive = items.findIndex((item) => item.decisive);
  const before = decisive < 0 ? items : items.slice(0, decisive);
  const told = new Set([
    ...before.filter(({ state }) => state === 'unknown' || state === 'off'),
    ...items.filter((item) => item.decisive || item.nearMiss),
  ]);
  return items.filter((item) => told.has(item));
}

/** The candidate of a trace that decided. */
export function selectDecisive(trace: TraceView): TraceView['candidates'][number] | undefined {
  return trace.candidates[trace.decisive];
}

/** A rule’s one outermost group is shown as its parts’ own line, since it carries the word “all of” or “at least one of”. */
function listParts(node: NodeView, id: string): readonly TraceItem[] {
  return [toItem(node, `${id}.0`)];
}

function toItem(node: NodeView, id: string): TraceItem {
  const plain = { id, state: node.state, decisive: false, decides: false, nearMiss: false } as const;
  if (node.type === 'leaf') return { ...plain, leaf: node, children: [] };
  return { ...plain, group: node.type, children: node.nodes.map((part, index) => toItem(part, `${id}.${index}`)) };
}

/** A condition in words. One of yes or no that failed says what was asked for: what was the case reads as if it had held. */
export function wordLeaf({ state, fact, operator, operand, sentence }: LeafView): LeafView['sentence'] {
  if (state !== 'failed' || typeof operand !== 'boolean') return sentence;
  return SENTENCES.comparison({ fact, operator, value: operand }, createSentenceContext([]));
}
