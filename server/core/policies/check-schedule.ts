import { listScheduled } from './draft.ts';
import type { Activation } from './policy-version.ts';
import { selectActivation } from './select-activation.ts';

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

/**
 * The activation that a version replaces: the scheduled one that it was made from, since nothing else may come between
 * the two ({@link findScheduleClash}), else the one in force at `now` (epoch ms); null where nothing was ever activated.
 */
export function selectReplaced(
  activations: readonly Activation[],
  { now, basedOn }: Pick<Plan, 'now' | 'basedOn'>,
): Activation | null {
  return listScheduled(activations, now).find((one) => one.number === basedOn) ?? selectActivation(activations, now);
}
