import { listScheduled } from './draft.ts';
import type { Activation } from './policy-version.ts';

/** When a version would take effect, and what it was made from. Instants are epoch ms. */
interface Plan {
  readonly now: number;
  readonly effectiveFrom: number;
  /** Number of the version that it was made from, or brought up to date with. */
  readonly basedOn: number;
}

/**
 * The scheduled activation that stands in a version's way; null where none does. One that comes later was approved
 * against what decides now, and would silently take the version back; one that comes earlier would silently be taken
 * back by it, unless the version was made from that one.
 */
export function findScheduleClash(activations: readonly Activation[], plan: Plan): Activation | null {
  const scheduled = listScheduled(activations, plan.now);
  const later = scheduled.find((one) => one.effectiveFrom > plan.effectiveFrom);
  if (later !== undefined) return later;
  const last = scheduled.at(-1);
  return last === undefined || last.number === plan.basedOn ? null : last;
}
