import { OUTBOX_TOPICS, type LeasedMessage, type Outbox, type OutboxTopic } from '../../ports/outbox.ts';
import type { Payouts } from '../../ports/payouts.ts';
import type { Clock, Log, QueueHealth, WorkQueue } from '../../ports/platform.ts';
import { announceMessages } from './announce-messages.ts';

/** Messages of one topic that one pass leases. */
const PASS_SIZE = 512;
/** How long a consumer may take before the message is announced again, ms. */
const LEASE_MS = 30_000;
/** Whoever commits a message announces it at once; the relay leaves it that long to be heard, ms. */
const HEAD_START_MS = 2_000;
/** A message at which work began this often, and which never came to an end, kills whoever takes it. */
const MOST_TRIES = 48;
const AGAIN_MS = 1_000;

/** What the relay needs. */
export interface RelayDeps {
  readonly outbox: Pick<Outbox, 'lease' | 'postpone' | 'bury'>;
  readonly payouts: Pick<Payouts, 'find'>;
  readonly queue: WorkQueue & Pick<QueueHealth, 'isReachable' | 'isBacklogged'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * One pass of the safety net behind the announcement at commit: leases every open message that nobody finished and
 * announces it again. Messages are selected by state, so an expired lease and a lost job look alike. While the queue is
 * away nothing is leased and everything waits; while it has more than enough to do nothing is added to it, and a message that
 * waits there is not counted as tried. Answers how many were announced.
 */
export async function relayOutbox(deps: RelayDeps): Promise<number> {
  if (!(await deps.queue.isReachable())) return 0;
  const counts = await Promise.all(OUTBOX_TOPICS.map((topic) => relayTopic(deps, topic)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function relayTopic(deps: RelayDeps, topic: OutboxTopic): Promise<number> {
  if (topic === 'outcome' && (await deps.queue.isBacklogged(topic))) return 0;
  const now = deps.clock.now();
  const leased = await deps.outbox.lease(topic, PASS_SIZE, now - HEAD_START_MS, LEASE_MS + HEAD_START_MS);
  const live = await skipBacklogged(deps, await nameProviders(deps, await buryDeadly(deps, leased, now)));
  const failed = await announceMessages(deps.queue, live, true);
  if (failed.length > 0) {
    await deps.outbox.postpone(
      failed.map((message) => message.id),
      now + AGAIN_MS,
    );
    deps.log.warn({ topic, count: failed.length }, 'messages could not be announced and wait in the outbox');
  }
  return live.length - failed.length;
}

/** A payout may be tried again and again while its provider is away, so only outcomes can wear out. */
async function buryDeadly(deps: RelayDeps, leased: readonly LeasedMessage[], now: number): Promise<LeasedMessage[]> {
  const deadly = leased.filter((message) => message.topic === 'outcome' && message.attempts >= MOST_TRIES);
  for (const message of deadly) {
    const detail = `Begun ${message.attempts} times and never finished nor refused.`;
    await deps.outbox.bury(message.id, { code: 'NEVER_FINISHED', detail, at: now });
    deps.log.error(
      { messageId: message.id, ref: message.ref },
      'a message never came to an end and is a dead letter now',
    );
  }
  return leased.filter((message) => !deadly.includes(message));
}

async function nameProviders(deps: RelayDeps, messages: readonly LeasedMessage[]): Promise<LeasedMessage[]> {
  return Promise.all(
    messages.map(async (message) => {
      if (message.topic !== 'payout' || message.provider !== undefined) return message;
      const payout = await deps.payouts.find(message.ref);
      return payout === null ? message : { ...message, provider: payout.provider };
    }),
  );
}

/**
 * Of payouts, those whose own provider's queue has room: the others keep their lease and are looked at again when it ends.
 * A queue that does not say is announced to: should that fail as well, the lease is given back.
 */
async function skipBacklogged(deps: RelayDeps, messages: readonly LeasedMessage[]): Promise<LeasedMessage[]> {
  const providers = [...new Set(messages.flatMap((message) => (message.topic === 'payout' ? [message.provider] : [])))];
  const full = new Set<string | undefined>();
  for (const provider of providers) {
    if (await deps.queue.isBacklogged('payout', provider).catch(() => false)) full.add(provider);
  }
  return messages.filter((message) => message.topic !== 'payout' || !full.has(message.provider));
}
