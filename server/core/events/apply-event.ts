import type { WorkingFile } from '../customers/working-file.ts';
import { applyCreditsGranted } from './apply-credits-granted.ts';
import { applyDisputeClosed, applyDisputeOpened } from './apply-dispute.ts';
import { applyGenerationBlocked, applyGenerationCharged } from './apply-generation-charged.ts';
import {
  applyGenerationDelivered,
  applyGenerationFailed,
  applyGenerationSucceeded,
} from './apply-generation-result.ts';
import { applyPaymentError, applyRefundedExternally } from './apply-order-correction.ts';
import { applyOrderPaid } from './apply-order-paid.ts';
import { applyAccountStatus, applyCustomerUpdated } from './apply-profile.ts';
import { nameThing, type CoreEvent, type CoreEventOf } from './domain-event.ts';
import type { EventOutcome } from './event-outcome.ts';

/** Applies one event to its customer's file. Whatever is not `applied` left the file as it was. */
export function applyEvent(file: WorkingFile, event: CoreEvent): EventOutcome {
  switch (event.kind) {
    case 'customer.updated':
      return applyCustomerUpdated(file, event);
    case 'account.status_changed':
      return applyAccountStatus(file, event);
    case 'order.paid':
      return applyOrderPaid(file, event);
    case 'order.payment_error':
      return applyPaymentError(file, event);
    case 'order.refunded_externally':
      return applyRefundedExternally(file, event);
    case 'credits.granted':
      return applyCreditsGranted(file, event);
    case 'generation.charged':
      return applyGenerationCharged(file, event);
    case 'generation.blocked':
      return applyGenerationBlocked(file, event);
    case 'generation.succeeded':
      return applyGenerationSucceeded(file, event);
    case 'generation.failed':
      return applyGenerationFailed(file, event);
    case 'generation.delivered':
      return applyGenerationDelivered(file, event);
    case 'dispute.opened':
      return withArrived(applyDisputeOpened(file, event), nameThing('dispute', event.program, event.data.disputeId));
    case 'dispute.closed':
      return withReleased(file, event, applyDisputeClosed(file, event));
  }
}

/** A dispute that was won gives the credits back that it held: who waits for credits may go on. */
function withReleased(file: WorkingFile, event: CoreEventOf<'dispute.closed'>, outcome: EventOutcome): EventOutcome {
  const order = file.findOrder(event.data.orderId);
  return event.data.outcome === 'won' && order !== undefined
    ? withArrived(outcome, nameThing('wallet', event.program, order.walletId))
    : outcome;
}

function withArrived(outcome: EventOutcome, thing: string): EventOutcome {
  return outcome.status === 'applied' ? { ...outcome, arrived: [...outcome.arrived, thing] } : outcome;
}
