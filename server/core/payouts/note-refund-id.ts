import type { WorkingFile } from '../customers/working-file.ts';
import type { Payout } from './payout.ts';

/** Notes the provider's id of a refund, with the order too: the provider may report our own refund back as one of its own. */
export function noteRefundId(file: WorkingFile, payout: Payout, id: string | undefined): void {
  if (id === undefined) return;
  payout.providerRefundId = id;
  if (file.findOrder(payout.orderId)?.ownRefunds?.some((refund) => refund.id === id) === true) return;
  const order = file.editOrder(payout.orderId);
  order.ownRefunds = [...(order.ownRefunds ?? []), { id, amountMinor: payout.amountMinor }];
}
