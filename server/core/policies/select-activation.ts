import type { Activation } from './policy-version.ts';

/**
 * The activation in force at `at` (epoch ms): the greatest `effectiveFrom` not after it, then the highest number; withdrawn ones are
 * left out. What lies before a policy's first version is governed by the first. Null where nothing was ever activated.
 */
export function selectActivation(activations: readonly Activation[], at: number): Activation | null {
  const withdrawn = new Set(activations.flatMap((one) => (one.withdraws === undefined ? [] : [one.withdraws])));
  let inForce: Activation | null = null;
  let first: Activation | null = null;
  for (const one of activations) {
    if (one.withdraws !== undefined || withdrawn.has(one.id)) continue;
    if (first === null || comesBefore(one, first)) first = one;
    if (one.effectiveFrom <= at && (inForce === null || comesBefore(inForce, one))) inForce = one;
  }
  return inForce ?? first;
}

function comesBefore(a: Activation, b: Activation): boolean {
  return a.effectiveFrom < b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.number < b.number);
}
