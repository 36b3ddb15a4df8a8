import type { Lot, LotSource } from '../customers/customer-file.ts';
import { thingKey, type WorkingFile } from '../customers/working-file.ts';

/** Adds a new lot, full, and its wallet where that is new. */
export function createLot(
  file: WorkingFile,
  lot: { walletId: string; lotId: string; source: LotSource; credits: number; createdAt: number; orderId?: string },
): Lot {
  const { program } = file.customer;
  if (file.findWallet(lot.walletId) === undefined) createWallet(file, lot.walletId);
  const created: Lot = {
    key: thingKey(program, lot.lotId),
    customerKey: file.key,
    program,
    walletId: lot.walletId,
    lotId: lot.lotId,
    source: lot.source,
    cashable: lot.source === 'order',
    ...(lot.orderId === undefined ? {} : { orderId: lot.orderId }),
    createdAt: lot.createdAt,
    total: lot.credits,
    remaining: lot.credits,
    held: 0,
    holds: [],
    restoring: 0,
    forfeiting: 0,
    consumed: 0,
    restored: 0,
    voided: 0,
    forfeited: 0,
    delivered: 0,
  };
  file.addLot(created);
  return created;
}

/** Adds an empty wallet. */
export function createWallet(file: WorkingFile, walletId: string): void {
  const { program } = file.customer;
  file.addWallet({
    key: thingKey(program, walletId),
    customerKey: file.key,
    program,
    walletId,
    grants: [],
  });
}
