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

/** Leaves that stand one behind the other, as those of a group without groups do. */
function compileRange(first: number, count: number, join: (mask: number) => number): GroupTest {
  const end = first + count;
  return (leafStates) => {
    let mask = 0;
    for (let leaf = first; leaf < end; leaf += 1) mask |= 1 << (leafStates[leaf] as number);
    return join(mask);
  };
}

function compileMixed(leaves: Int32Array, groups: readonly GroupTest[], join: (mask: number) => number): GroupTest {
  return (leafStates) => {
    let mask = 0;
    for (let k = 0; k < leaves.length; k += 1) mask |= 1 << (leafStates[leaves[k] as number] as number);
    for (const group of groups) mask |= 1 << group(leafStates);
    return join(mask);
  };
}

/** A node as a function of the leaves' states. */
export function compileGroup(node: CompiledNode): GroupTest {
  if (node.kind === 'leaf') return compileRange(node.leaf, 1, joinAll);
  const join = node.kind === 'all' ? joinAll : joinAny;
  const leaves = node.children.flatMap((child) => (child.kind === 'leaf' ? [child.leaf] : []));
  const groups = node.children.filter((child) => child.kind !== 'leaf').map(compileGroup);
  if (groups.length === 0) return compileRange(leaves[0] ?? 0, leaves.length, join);
  return compileMixed(Int32Array.from(leaves), groups, join);
}
