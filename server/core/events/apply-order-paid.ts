import { thingKey, type WorkingFile } from '../customers/working-file.ts';
import { ACCOUNTS, creditsOf, lotAccount, moveAmount, providerAccount } from '../ledger/draft-entry.ts';
import { createLot } from './create-lot.ts';
import { nameThing, type CoreEventOf } from './domain-event.ts';
import { rejectEvent, type EventOutcome } from './event-outcome.ts';

/** Records a paid order and makes its cashable lot, named after it. An order or a lot of that name that exists refuses it. */
export function applyOrderPaid(file: WorkingFile, event: CoreEventOf<'order.paid'>): EventOutcome {
  const { data, program } = event;
  if (file.findOrder(data.orderId) !== undefined)
    return rejectEvent('ALREADY_EXISTS', `Order ${data.orderId} was already reported as paid.`);
  if (file.findLot(data.orderId) !== undefined)
    return rejectEvent('ALREADY_EXISTS', `A lot named ${data.orderId} exists already.`);
  file.addOrder({
    key: thingKey(program, data.orderId),
    customerKey: file.key,
    program,
    orderId: data.orderId,
    walletId: data.walletId,
    sku: data.sku,
    credits: data.credits,
    amountMinor: data.amountMinor,
    ...(data.taxMinor === undefined ? {} : { taxMinor: data.taxMinor }),
    currency: data.currency,
    provider: data.provider,
    paymentRef: data.paymentRef,
    ...(data.method === undefined ? {} : { method: data.method }),
    ...(data.payerEmailHash === undefined ? {} : { payerEmailHash: data.payerEmailHash }),
    paidAt: event.time,
    ...(data.withdrawalWaivedAt === undefined ? {} : { withdrawalWaivedAt: data.withdrawalWaivedAt }),
    refundedMinor: 0,
    refundingMinor: 0,
    refundedExternallyMinor: 0,
    overRefundedMinor: 0,
    refundsReversed: 0,
    cashSettled: false,
    disputes: [],
  });
  createLot(file, {
    walletId: data.walletId,
    lotId: data.orderId,
    source: 'order',
    credits: data.credits,
    createdAt: event.time,
    orderId: data.orderId,
  });
  const postings = [
    ...(data.credits > 0
      ? moveAmount(creditsOf(program), data.credits, ACCOUNTS.creditsIssued, lotAccount(data.orderId))
      : []),
    ...(data.amountMinor > 0
      ? moveAmount(data.currency, data.amountMinor, ACCOUNTS.sales, providerAccount(data.provider))
      : []),
  ];
  return {
    status: 'applied',
    entries:
      postings.length === 0
        ? []
        : [
            {
              key: `event/${event.eventKey}`,
              kind: 'order_paid',
              program,
              customerKey: file.key,
              walletId: data.walletId,
              orderId: data.orderId,
              eventKey: event.eventKey,
              occurredAt: event.time,
              postings,
            },
          ],
    arrived: [nameThing('order', program, data.orderId), nameThing('wallet', program, data.walletId)],
  };
}
