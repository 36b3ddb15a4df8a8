import type { DecisionDraft } from '../../core/decisions/decision.ts';
import type { DecideInput } from './candidate.ts';
import { decideFirst } from './decide-first.ts';

/**
 * The function that decides a record, by the semantics that the record carries. One that stored decisions carry is
 * never changed nor removed: replay runs it.
 */
export const decideBySemantics: ReadonlyMap<number, (input: DecideInput) => DecisionDraft> = new Map([
  [1, decideFirst],
]);
