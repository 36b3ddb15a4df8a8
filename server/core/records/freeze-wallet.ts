import { GRANT_KINDS } from '../customers/customer-file.ts';
import type { WorkingFile } from '../customers/working-file.ts';
import { boundGrants } from './bound-grants.ts';
import { isCut, laterDrop } from './bound-history.ts';
import type { RecordedWallet } from './case-record.ts';
import { freezeLot } from './freeze-lot.ts';

/** A wallet's grants that count against caps; its lots only where the account's state lets a policy forfeit them. */
export function freezeWallet(file: WorkingFile, walletId: string, at: number): RecordedWallet {
  const wallet = file.findWallet(walletId);
  const grants = boundGrants(
    (wallet?.grants ?? []).filter((grant) => !grant.reversed),
    at,
  );
  const truncated = GRANT_KINDS.filter((kind) =>
    isCut(laterDrop(wallet?.droppedUntil?.[kind], grants.droppedUntil[kind]), at),
  );
  const instantsOf = (kind: string) => grants.kept.filter((grant) => grant.kind === kind).map((grant) => grant.at);
  const barred = file.customer.status === 'banned' || file.customer.status === 'terminated';
  return {
    id: walletId,
    courtesyGrantedAt: instantsOf('courtesy'),
    moderationRestoredAt: instantsOf('moderation'),
    qualityRefundedAt: instantsOf('quality'),
    historyTruncated: truncated.length > 0,
    ...(truncated.length === 0 ? {} : { truncated }),
    lots: barred ? file.listLots(walletId).map(freezeLot) : [],
  };
}
