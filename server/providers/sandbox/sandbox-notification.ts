import { z } from 'zod';
import type { RefundNotification } from '../../ports/payment-provider.ts';
import type { SandboxBook } from '../../ports/sandbox-book.ts';

const notificationSchema = z.strictObject({
  key: z.string().min(1).max(500).describe('Our key of the refund: the payout’s id.'),
  state: z.enum(['settled', 'failed', 'pending_approval', 'requires_action']).describe('What became of it.'),
  providerRefundId: z.string().min(1).max(200).optional().describe('Ignored: the sandbox has ids of its own.'),
  code: z.string().min(1).max(100).optional().describe('Why it failed.'),
});

/** Reads a webhook of the sandbox and writes what it says into the sandbox's book; null where it is none, or about no refund of the sandbox's. */
export async function readSandboxNotification(book: SandboxBook, body: unknown): Promise<RefundNotification | null> {
  const parsed = notificationSchema.safeParse(body);
  if (!parsed.success) return null;
  const { key, state, code } = parsed.data;
  const refund = await book.find(key);
  if (refund === null) return null;
  if (refund.state === 'settled' && state === 'failed') await book.fail(key, code ?? 'failed');
  else if (state === 'settled' || state === 'failed') await book.decide(key, state, code);
  return { key, answer: { state, ...(code === undefined ? {} : { code }) } };
}
