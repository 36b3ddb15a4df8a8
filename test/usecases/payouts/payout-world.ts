import { createSandboxProvider, type SandboxProvider } from '../../../server/providers/sandbox/sandbox-provider.ts';
import type { Payout } from '../../../server/core/payouts/payout.ts';
import type { PaymentProvider, ProviderAnswer } from '../../../server/ports/payment-provider.ts';
import type { PayoutDeps } from '../../../server/usecases/payouts/payout-deps.ts';
import { buildRefund, foldAccounts, type Refund } from '../../builders/refund.ts';
import { NOON } from '../../builders/working-file.ts';
import { MemoryBook } from '../../fakes/payouts/memory-book.ts';
import { MemoryLedger } from '../../fakes/payouts/memory-ledger.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

/** Everything around one payout, its time in the test's hand. */
export class PayoutWorld {
  now = NOON + 1_000;
  readonly ledger = new MemoryLedger();
  readonly book = new MemoryBook();
  readonly log = new RecordedLog();
  /** What was told to those who wait for credits. */
  readonly arrived: string[] = [];
  readonly sandbox: SandboxProvider;
  readonly deps: PayoutDeps;

  constructor(refund: Refund, provider?: PaymentProvider) {
    const clock = { now: () => this.now };
    this.sandbox = createSandboxProvider({ book: this.book, clock, timeoutMs: 30, lateFailureMs: 2_000 });
    this.ledger.add(refund);
    let ids = 0;
    this.deps = {
      payouts: this.ledger.payoutStore,
      files: this.ledger.files,
      unitOfWork: this.ledger.unitOfWork,
      outbox: this.ledger.outbox,
      providers: new Map([this.sandbox, ...(provider === undefined ? [] : [provider])].map((one) => [one.name, one])),
      clock,
      ids: { next: () => `id-${(ids += 1)}` },
      log: this.log,
      onArrived: async (things) => {
        this.arrived.push(...things);
      },
    };
  }

  /** A world with one sandbox refund of this payment reference. */
  static of(paymentRef: string): PayoutWorld {
    return new PayoutWorld(buildRefund({ paymentRef }));
  }

  get payout(): Payout {
    const [payout] = this.ledger.payouts.values();
    if (payout === undefined) throw new Error('no payout');
    return payout;
  }

  /** Where all money and credits are. */
  get accounts(): Record<string, number> {
    return foldAccounts([...this.ledger.entries.values()]);
  }

  get caseStatus(): string | undefined {
    return this.ledger.cases.get('case')?.status;
  }
}

/** Accounts once the money is with the customer and the credits are void. */
export const PAID = { sales: -999, refunds: 999, credits_issued: -100, credits_voided: 100 };
/** Accounts as if there had been no refund. */
export const UNPAID = (provider = 'sandbox') => ({
  sales: -999,
  [`provider/${provider}`]: 999,
  credits_issued: -100,
  'lot/o': 100,
});

/** A provider that takes no key: each create pays. The test scripts its answers. */
export class KeylessProvider implements PaymentProvider {
  readonly name = 'paddle';
  readonly takesKey = false;
  readonly timeoutMs = 30;
  paid = 0;
  lookUps = 0;
  /** Whether the refund can be found by looking it up. */
  isVisible = true;
  onCreate: () => Promise<ProviderAnswer> = async () => ({ state: 'settled' });

  async lookUp(): Promise<ProviderAnswer | null> {
    this.lookUps += 1;
    return this.paid > 0 && this.isVisible ? { state: 'settled' } : null;
  }

  async create(): Promise<ProviderAnswer> {
    return this.onCreate();
  }
}
