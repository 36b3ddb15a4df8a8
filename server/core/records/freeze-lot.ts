import type { Lot } from '../customers/customer-file.ts';
import type { RecordedLot } from './case-record.ts';

/** A lot's counters as a record keeps them. */
export function freezeLot(lot: Readonly<Lot>): RecordedLot {
  return {
    id: lot.lotId,
    source: lot.source,
    cashable: lot.cashable,
    ...(lot.orderId === undefined ? {} : { orderId: lot.orderId }),
    createdAt: lot.createdAt,
    total: lot.total,
    remaining: lot.remaining,
    held: lot.held,
    restoring: lot.restoring,
    forfeiting: lot.forfeiting,
    consumed: lot.consumed,
    restored: lot.restored,
    voided: lot.voided,
    forfeited: lot.forfeited,
    delivered: lot.delivered,
  };
}
