import type { CompiledNode } from '../compile/compiled-ruleset.ts';

/** State of a node of a finished run, from the leaves' letters: h, f or u. */
function joinLetters(node: CompiledNode, leaves: string): string {
  if (node.kind === 'leaf') {
    const letter = leaves.charAt(node.leaf);
    return letter === 'n' ? 'f' : letter;
  }
  const [deciding, other] = node.kind === 'all' ? ['f', 'h'] : ['h', 'f'];
  let joined = other;
  for (const child of node.children) {
    const letter = joinLetters(child, leaves);
    if (letter === deciding) return deciding;
    if (letter === 'u') joined = 'u';
  }
  return joined;
}

/**
 * The leaves each of which alone, by turning from `from` to its opposite, would turn the whole node. In the group that
 * `from` decides (a failed leaf fails an `all`, a held one holds an `any`) only a sole such child can; in the other
 * group any of them can. A leaf that is not applicable cannot turn.
 */
export function listTurningLeaves(node: CompiledNode, leaves: string, from: 'h' | 'f'): readonly number[] {
  if (node.kind === 'leaf') return leaves.charAt(node.leaf) === from ? [node.leaf] : [];
  if ((node.kind === 'all') === (from === 'h'))
    return node.children.flatMap((child) => listTurningLeaves(child, leaves, from));
  const opposite = from === 'h' ? 'f' : 'h';
  let sole: CompiledNode | null = null;
  for (const child of node.children) {
    const letter = joinLetters(child, leaves);
    if (letter === opposite) continue;
    if (letter !== from || sole !== null) return [];
    sole = child;
  }
  return sole === null ? [] : listTurningLeaves(sole, leaves, from);
}
