import type { RulesetTraceView } from '../../../server/contract/http/trace-view.ts';

type RuleView = RulesetTraceView['rules'][number];

const leaf = (state: RuleView['state'], en: string): RuleView['conditions'] => ({
  type: 'leaf',
  state,
  fact: 'order.ageDays',
  operator: 'withinWindow',
  actual: 16,
  operand: 14,
  parameter: 'cashRefundWindow',
  margin: 2,
  sentence: { en, zh: `${en}（中）` },
});

const rule = (name: string, state: RuleView['state'], part: Partial<RuleView> = {}): RuleView => ({
  name,
  stage: 'eligibility',
  priority: 10,
  effect: 'grant',
  remedy: null,
  reasonCode: 'UNUSED_PACK',
  clauseId: 'ANUMI-2a',
  state,
  decisive: false,
  conditions: { type: 'all', state, nodes: [leaf(state, `${name} one`), leaf('held', `${name} two`)] },
  ...part,
});

/** Four rules: one failed, one off, one that decided, one that nearly would have. */
export const SAMPLE_RULES: readonly RuleView[] = [
  rule('subject-unknown', 'failed', { effect: 'needs_info', clauseId: null }),
  rule('abuse-cycles', 'off', { effect: 'refer' }),
  rule('cash-window-passed', 'held', {
    effect: 'deny',
    decisive: true,
    reasonCode: 'CASH_WINDOW_PASSED',
    clauseId: 'ANUMI-4d',
  }),
  rule('unused-pack', 'failed'),
];
