import type { CompiledNode, GroupTest } from './compiled-ruleset.ts';
import { FAILED, HELD, LOST_MASK, UNKNOWN_STATE } from './states.ts';

const HELD_MASK = 1 << HELD;
const UNKNOWN_MASK = 1 << UNKNOWN_STATE;

/** In `all`, failed dominates unknown. */
function joinAll(mask: number): number {
  if ((mask & LOST_MASK) !== 0) return FAILED;
  return (mask & UNKNOWN_MASK) === 0 ? HELD : UNKNOWN_STATE;
}

/** In `any`, held dominates unknown. */
function joinAny(mask: number): number {
  if ((mask & HELD_MASK) !== 0) return HELD;
  return (mask & UNKNOWN_MASK) === 0 ? FAILED : UNKNOWN_STATE;
}

function compileLeaves(indexes: Int32Array, join: (mask: number) => number): GroupTest {
  return (states) => {
    let mask = 0;
    for (let k = 0; k < indexes.length; k += 1) mask |= 1 << (states[indexes[k] as number] as number);
    return join(mask);
  };
}

function compileMixed(indexes: Int32Array, groups: readonly GroupTest[], join: (mask: number) => number): GroupTest {
  return (states) => {
    let mask = 0;
    for (let k = 0; k < indexes.length; k += 1) mask |= 1 << (states[indexes[k] as number] as number);
    for (const group of groups) mask |= 1 << group(states);
    return join(mask);
  };
}

/** A node as a function of the comparisons' states; `leafStates` tells where each leaf's state is. */
export function compileGroup(node: CompiledNode, leafStates: Int32Array): GroupTest {
  if (node.kind === 'leaf') return compileLeaves(Int32Array.of(leafStates[node.leaf] ?? 0), joinAll);
  const indexes: number[] = [];
  const groups: GroupTest[] = [];
  for (const child of node.children) {
    if (child.kind === 'leaf') indexes.push(leafStates[child.leaf] ?? 0);
    else groups.push(compileGroup(child, leafStates));
  }
  const join = node.kind === 'all' ? joinAll : joinAny;
  const leaves = Int32Array.from(indexes);
  return groups.length === 0 ? compileLeaves(leaves, join) : compileMixed(leaves, groups, join);
}
