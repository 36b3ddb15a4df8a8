import { countOf } from './invariant.ts';
import type { Invariant } from './invariant.ts';

/** Every effect that a decision planned holds its own key, and every key belongs to a decision that exists. */
export const oneEffectPerKey: Invariant = {
  name: 'every effect has its key, and every key one decision',
  async check(audit) {
    const holders = new Map<string, string>();
    for await (const { key, decisionId } of audit.effects()) holders.set(key, decisionId);
    const checked = countOf(holders.size, 'effect key');
    const decisions = new Set<string>();
    const planned = new Set<string>();
    for await (const { id, decision } of audit.decisions()) {
      decisions.add(id);
      for (const { key } of decision.effects) {
        if (planned.has(key))
          return { checked, violation: `effect ${key} was planned twice, the second time by decision ${id}` };
        planned.add(key);
        const holder = holders.get(key);
        if (holder !== id)
          return { checked, violation: `effect ${key} of decision ${id} is held by ${holder ?? 'nobody'}` };
      }
    }
    for (const [key, decisionId] of holders) {
      if (!decisions.has(decisionId))
        return { checked, violation: `effect key ${key} names decision ${decisionId}, which does not exist` };
    }
    return { checked };
  },
};
