import type { PaymentProvider, ProviderAnswer, RefundNotification, RefundOrder } from '../../ports/payment-provider.ts';
import type { Clock } from '../../ports/platform.ts';
import type { SandboxBook, SandboxRefund } from '../../ports/sandbox-book.ts';
import { readSandboxNotification } from './sandbox-notification.ts';
import { selectBehaviour } from './sandbox-behaviour.ts';

/** Name by which orders refer to it. */
export const SANDBOX = 'sandbox';

const TIMEOUT_MS = 2_000;
/** How long a refund that fails late stays settled, ms. */
const LATE_FAILURE_MS = 2_000;
const REFUSED = 'refused';
const FAILED_LATE = 'failed_after_settlement';
const DUE_AT_ONCE = 100;

/** What the sandbox runs on. */
export interface SandboxOptions {
  readonly book: SandboxBook;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  readonly lateFailureMs?: number;
}

/** The sandbox, which also sends its own webhooks. */
export interface SandboxProvider extends PaymentProvider {
  readNotification(body: unknown): Promise<RefundNotification | null>;
  /** Tells `take` of every settled refund whose failure is due, until it was heard. Answers how many; throws what the first that was not heard threw. */
  deliverNotifications(take: (notification: RefundNotification) => Promise<unknown>): Promise<number>;
}

/** A payment provider that moves no money and misbehaves on request. Its book outlives processes, as a real provider's does. */
export function createSandboxProvider({
  book,
  clock,
  timeoutMs = TIMEOUT_MS,
  lateFailureMs = LATE_FAILURE_MS,
}: SandboxOptions): SandboxProvider {
  async function enter(order: RefundOrder): Promise<SandboxRefund> {
    const known = await book.find(order.key);
    if (known !== null) return known;
    const refund = openRefund(order, clock.now(), lateFailureMs);
    if (await book.append(refund)) return refund;
    return (await book.find(order.key)) ?? refund;
  }

  return {
    name: SANDBOX,
    takesKey: true,
    timeoutMs,
    async lookUp({ key }) {
      const refund = await book.find(key);
      return refund === null ? null : toAnswer(refund);
    },
    async create(order, signal) {
      const isRepeat = (await book.find(order.key)) !== null;
      const refund = await enter(order);
      if (!isRepeat && selectBehaviour(order.paymentRef) === 'unknown') await waitForAbort(signal);
      return toAnswer(refund);
    },
    readNotification: (body) => readSandboxNotification(book, body),
    async deliverNotifications(take) {
      const due = await book.listFailing(clock.now(), DUE_AT_ONCE);
      const told = await Promise.allSettled(
        due.map(async ({ key }) => {
          await take({ key, answer: { state: 'failed', code: FAILED_LATE, providerRefundId: refundIdOf(key) } });
          await book.fail(key, FAILED_LATE);
        }),
      );
      const unheard = told.find((one) => one.status === 'rejected');
      if (unheard !== undefined) throw unheard.reason;
      return due.length;
    },
  };
}

function openRefund(
  { key, program, paymentRef, amountMinor, currency }: RefundOrder,
  now: number,
  lateFailureMs: number,
): SandboxRefund {
  const common = { key, program, paymentRef, amountMinor, currency, createdAt: now };
  switch (selectBehaviour(paymentRef)) {
    case 'fail':
      return { ...common, state: 'failed', code: REFUSED };
    case 'late_fail':
      return { ...common, state: 'settled', failsAt: now + lateFailureMs };
    case 'pending':
      return { ...common, state: 'submitted' };
    case 'unknown':
    case 'settle':
      return { ...common, state: 'settled' };
  }
}

/** A refund as the sandbox tells of it. */
function toAnswer({ key, state, code }: SandboxRefund): ProviderAnswer {
  return { state, providerRefundId: refundIdOf(key), ...(code === undefined ? {} : { code }) };
}

/** The sandbox's own id of a refund. */
function refundIdOf(key: string): string {
  return `sbxr_${key}`;
}

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void =>
      reject(signal.reason instanceof Error ? signal.reason : new Error('the call was given up'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
