import type { ClaimMark } from '../customers/customer-file.ts';
import { boundHistory, HISTORY_LIMIT } from './bound-history.ts';

/** Marks within the bounds of a history, oldest first, and up to when own and automatic ones are missing. */
export interface BoundedClaims {
  readonly kept: ClaimMark[];
  readonly droppedUntil: { readonly claims?: number; readonly automatic?: number };
}

const instantOf = (mark: ClaimMark): number => mark.at;

/**
 * Bounds a customer's earlier claims. What the service filed makes room first: an outage that fails thousands of a customer's
 * generations must not make it forget that they wrote, by which a dispute and a repeated claim are judged.
 */
export function boundClaims(marks: readonly ClaimMark[], at: number): BoundedClaims {
  const own = boundHistory(
    marks.filter((mark) => !mark.automatic),
    at,
    instantOf,
  );
  const automatic = boundHistory(
    marks.filter((mark) => mark.automatic),
    at,
    instantOf,
    HISTORY_LIMIT - own.kept.length,
  );
  return {
    kept: [...own.kept, ...automatic.kept].sort((a, b) => a.at - b.at),
    droppedUntil: {
      ...(own.droppedUntil === undefined ? {} : { claims: own.droppedUntil }),
      ...(automatic.droppedUntil === undefined ? {} : { automatic: automatic.droppedUntil }),
    },
  };
}
