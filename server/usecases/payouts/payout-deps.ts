import type { CustomerKey } from '../../core/customers/customer-file.ts';
import type { CustomerFiles } from '../../ports/customer-files.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { PaymentProvider } from '../../ports/payment-provider.ts';
import type { Payouts } from '../../ports/payouts.ts';
import type { Clock, Ids, Log } from '../../ports/platform.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';

/** What carrying out refunds needs. */
export interface PayoutDeps {
  readonly payouts: Payouts;
  readonly files: Pick<CustomerFiles, 'load' | 'loadCases'>;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Pick<Outbox, 'findOpen'>;
  /** By name. An order of a provider that is not here cannot be refunded by us: its payout becomes a dead letter. */
  readonly providers: ReadonlyMap<string, PaymentProvider>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Told after commit which wallets have credits to spend again, so that waiting events can go on. */
  readonly onArrived: (things: readonly string[]) => Promise<void>;
}

/** A payout by name, with the customer whose guard its changes need. */
export interface PayoutRef {
  readonly id: string;
  readonly customerKey: CustomerKey;
}
