import type { WalletGrant } from '../customers/customer-file.ts';
import { boundHistory } from './bound-history.ts';

/** Kinds that caps count. */
const COUNTED = ['courtesy', 'moderation', 'quality'] as const;

/** A wallet's grants that caps may still count, each kind within the bounds of a history, oldest first; reversed ones are kept for whoever reads them. */
export function boundGrants(grants: readonly WalletGrant[], at: number): { kept: WalletGrant[]; truncated: boolean } {
  const counted = COUNTED.map((kind) =>
    boundHistory(
      grants.filter((grant) => grant.kind === kind),
      at,
      (grant) => grant.at,
    ),
  );
  return {
    kept: counted.flatMap((part) => part.kept).sort((a, b) => a.at - b.at),
    truncated: counted.some((part) => part.truncated),
  };
}
