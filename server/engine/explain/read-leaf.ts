import { NOT_APPLICABLE, UNKNOWN, type FactValue, type Facts, type KnownValue } from '../../core/facts/fact-value.ts';
import type { CompiledLeaf } from '../compile/compiled-ruleset.ts';

/** What stands on a leaf's left-hand side; null where it is unknown, unset or not applicable. */
export function readLeaf({ leaf, factParameter }: CompiledLeaf, facts: Facts): KnownValue | null {
  // A parameter that can stand here is a number, a switch, a list or a choice: each of them a fact's value as well.
  const value = (factParameter === undefined ? facts[leaf.fact] : factParameter.value) as FactValue | undefined;
  return value === undefined || value === UNKNOWN || value === NOT_APPLICABLE ? null : (value as KnownValue);
}
