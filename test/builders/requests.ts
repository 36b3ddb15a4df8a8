/** A claim that fits the contract. */
export function buildClaim(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    program: 'anumi',
    customerId: 'c1',
    subject: { type: 'order', id: 'o1' },
    reason: 'unused_credits',
    remedy: 'cash',
    channel: 'email',
    ...changes,
  };
}

/** An event that fits the contract, in CloudEvents' JSON form. */
export function buildEvent(
  changes: Readonly<Record<string, unknown>> = {},
  data: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: 'e1',
    source: '/shop',
    type: 'redress.order.paid',
    time: '2026-03-01T10:00:00Z',
    datacontenttype: 'application/json',
    data: {
      program: 'anumi',
      orderId: 'o1',
      customerId: 'c1',
      walletId: 'w1',
      sku: 'pack-100',
      credits: 100,
      amountMinor: 999,
      currency: 'EUR',
      provider: 'sandbox',
      paymentRef: 'sbx_ok',
      ...data,
    },
    ...changes,
  };
}
