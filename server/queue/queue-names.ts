import type { OutboxTopic } from '../ports/outbox.ts';

/** Prefix of every key that BullMQ keeps in Redis. */
export const QUEUE_PREFIX = 'redress';

/** Queue of outcomes to post. */
export const OUTCOMES_QUEUE = 'outcomes';

/** Payouts of a provider that has no queue of its own, and payouts announced without one. */
export const COMMON_PAYOUTS_QUEUE = 'payouts';

/** One queue per provider, so that a slow or limited provider keeps nobody else waiting. */
export function payoutQueueOf(provider: string): string {
  return `payouts-${provider}`;
}

/** All queues, given the providers that have an adapter. */
export function listQueueNames(providers: readonly string[]): string[] {
  return [OUTCOMES_QUEUE, COMMON_PAYOUTS_QUEUE, ...providers.map(payoutQueueOf)];
}

/** The queue that a message goes to. */
export function selectQueueName(
  topic: OutboxTopic,
  provider: string | undefined,
  providers: readonly string[],
): string {
  if (topic === 'outcome') return OUTCOMES_QUEUE;
  return provider !== undefined && providers.includes(provider) ? payoutQueueOf(provider) : COMMON_PAYOUTS_QUEUE;
}
