import type { Grant } from '../../core/decisions/compute-grant.ts';
import type { Disposition } from '../../core/decisions/decision.ts';
import type { Remedy } from '../../core/decisions/remedy.ts';
import type { FindingParams } from '../../core/policies/ruleset.ts';

/** What a ruleset comes to on a record: what its first decisive rule asserts, or that it could not be said. */
export interface Finding {
  readonly disposition: Disposition;
  readonly reasonCode: string;
  /** Present exactly where granted. */
  readonly remedy: Remedy | null;
  readonly grant: Grant | null;
  readonly clauseIds: readonly string[];
  readonly missing: readonly string[];
  readonly queue: string | null;
  /** What else happens where this finding decides; null where it touches nothing. */
  readonly params: FindingParams | null;
  /** Whether it stays even against a better finding of the floor. */
  readonly stands: boolean;
}

/** A case that waits for a person because of us, not of a rule: nothing is granted, taken or set aside. */
export function referFor(reasonCode: string, missing: readonly string[], stands: boolean): Finding {
  return {
    disposition: 'referred',
    reasonCode,
    remedy: null,
    grant: null,
    clauseIds: [],
    missing,
    queue: null,
    params: null,
    stands,
  };
}
