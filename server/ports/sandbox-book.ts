/** One refund as the sandbox provider keeps it, by our key. Instants are epoch ms. */
export interface SandboxRefund {
  readonly key: string;
  readonly program: string;
  readonly paymentRef: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: 'submitted' | 'settled' | 'failed';
  readonly code?: string;
  readonly createdAt: number;
  /** When a settled refund fails after all; the sandbox then notifies, until it was heard. */
  readonly failsAt?: number;
}

/** The sandbox provider's own memory, shared by every process and kept over restarts, as a real provider's is. */
export interface SandboxBook {
  find(key: string): Promise<SandboxRefund | null>;
  /** False where a refund of this key exists; it is left as it is. */
  append(refund: SandboxRefund): Promise<boolean>;
  /** Decides a submitted refund; false where it is not submitted. */
  decide(key: string, state: 'settled' | 'failed', code: string | undefined): Promise<boolean>;
  /** Settled refunds whose failure is due, oldest first. */
  listFailing(now: number, limit: number): Promise<SandboxRefund[]>;
  /** Turns a settled refund whose failure was heard into a failed one. Idempotent. */
  fail(key: string, code: string): Promise<void>;
}
