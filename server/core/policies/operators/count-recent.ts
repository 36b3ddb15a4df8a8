/**
 * How many of the ascending instants (epoch ms) are younger than `perMs` at `at`. One exactly that old no longer
 * counts; one after `at`, dated by another process's clock, does.
 */
export function countRecent(instants: readonly number[], at: number, perMs: number): number {
  const bound = at - perMs;
  let first = instants.length;
  while (first > 0 && (instants[first - 1] ?? bound) > bound) first -= 1;
  return instants.length - first;
}
