/** What a provider says of one refund. `code` is machine-readable; `answer` goes to `personal` only. */
export interface ProviderAnswer {
  readonly state: 'submitted' | 'settled' | 'failed' | 'pending_approval' | 'requires_action' | 'unknown';
  readonly providerRefundId?: string;
  readonly code?: string;
  readonly answer?: unknown;
}

export interface RefundOrder {
  readonly key: string;
  readonly program: string;
  readonly paymentRef: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** One payment provider. Both calls may throw or time out: the outcome is then unknown and is looked up, never sent under a new key. */
export interface PaymentProvider {
  readonly name: string;
  /** Whether `key` makes a repeated create harmless. */
  readonly takesKey: boolean;
  /** Longest that one call may take, in ms; 10,000 where it is absent. */
  readonly timeoutMs?: number;
  /** Null where the provider knows no refund of this key. */
  lookUp(order: RefundOrder): Promise<ProviderAnswer | null>;
  create(order: RefundOrder, signal: AbortSignal): Promise<ProviderAnswer>;
  /** Reads a webhook of this provider; null where it is none. Absent where the provider sends none. */
  readNotification?(body: unknown): Promise<RefundNotification | null>;
}

/** What a provider tells on its own about one refund, by our key. */
export interface RefundNotification {
  readonly key: string;
  readonly answer: ProviderAnswer;
}
