import type { DecisionDraft } from '../../core/decisions/decision.ts';
import type { DecideInput } from './candidate.ts';
import { decideBySemantics } from './decide-by-semantics.ts';

/**
 * Decides a case record: the one path by which live claims, simulations, backtests, golden cases and replays come to a
 * decision. Pure and synchronous: the same input gives the same bytes. Throws on a record of semantics that this
 * release does not know and on broken invariants; callers then refer that one claim by `decideEngineError`.
 */
export function decide(input: DecideInput): DecisionDraft {
  const decideRecord = decideBySemantics.get(input.record.semantics);
  if (decideRecord === undefined) throw new Error(`Semantics ${input.record.semantics} are not known to this release`);
  return decideRecord(input);
}
