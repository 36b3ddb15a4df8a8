import type { GateView } from '../../../server/contract/http/policy-gate-view.ts';

/** What the lint refuses of the rule at a place of the ruleset. */
export function listFindings(lint: GateView['lint'], index: number): GateView['lint'] {
  const path = `/ruleset/rules/${index}`;
  return lint.filter((one) => one.path === path || one.path.startsWith(`${path}/`));
}
