import type { DroppedUntil, GrantKind, WalletGrant } from '../customers/customer-file.ts';
import { GRANT_KINDS } from '../customers/customer-file.ts';
import { boundHistory } from './bound-history.ts';

/** A wallet's grants that caps may still count, each kind within the bounds of a history, oldest first; reversed ones are kept for whoever reads them. */
export function boundGrants(
  grants: readonly WalletGrant[],
  at: number,
): { kept: WalletGrant[]; droppedUntil: DroppedUntil<GrantKind> } {
  const kept: WalletGrant[] = [];
  const droppedUntil: DroppedUntil<GrantKind> = {};
  for (const kind of GRANT_KINDS) {
    const part = boundHistory(
      grants.filter((grant) => grant.kind === kind),
      at,
      (grant) => grant.at,
    );
    kept.push(...part.kept);
    if (part.droppedUntil !== undefined) droppedUntil[kind] = part.droppedUntil;
  }
  return { kept: kept.sort((a, b) => a.at - b.at), droppedUntil };
}
