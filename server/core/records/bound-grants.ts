import type { WalletGrant } from '../customers/customer-file.ts';
import { boundHistory } from './bound-history.ts';
import type { BoundedHistory } from './bound-history.ts';

/** Kinds that caps count. */
const COUNTED = ['courtesy', 'moderation', 'quality'] as const;

/** A wallet's grants that caps may still count, each kind within the bounds of a history, oldest first; reversed ones are kept for whoever reads them. */
export function boundGrants(grants: readonly WalletGrant[], at: number): BoundedHistory<WalletGrant> {
  const counted = COUNTED.map((kind) =>
    boundHistory(
      grants.filter((grant) => grant.kind === kind),
      at,
      (grant) => grant.at,
    ),
  );
  const dropped = counted.flatMap(({ droppedAt }) => (droppedAt === undefined ? [] : [droppedAt]));
  return {
    kept: counted.flatMap((part) => part.kept).sort((a, b) => a.at - b.at),
    truncated: dropped.length > 0,
    ...(dropped.length === 0 ? {} : { droppedAt: Math.max(...dropped) }),
  };
}
