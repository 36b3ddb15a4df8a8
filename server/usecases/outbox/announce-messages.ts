import type { OutboxMessage } from '../../ports/outbox.ts';
import type { WorkQueue } from '../../ports/platform.ts';

/**
 * Tells the queue what has committed. Answers the messages that could not be announced; they are safe in the outbox,
 * where the relay finds them. `isRepeat`: they were announced before. Never throws.
 */
export async function announceMessages<M extends OutboxMessage>(
  queue: WorkQueue,
  messages: readonly M[],
  isRepeat = false,
): Promise<M[]> {
  const lanes = new Map<string, M[]>();
  for (const message of messages) {
    const lane = `${message.topic}/${message.provider ?? ''}`;
    const members = lanes.get(lane);
    if (members === undefined) lanes.set(lane, [message]);
    else members.push(message);
  }
  const failed = await Promise.all([...lanes.values()].map((lane) => announce(queue, lane, isRepeat)));
  return failed.flat();
}

async function announce<M extends OutboxMessage>(
  queue: WorkQueue,
  lane: readonly M[],
  isRepeat: boolean,
): Promise<readonly M[]> {
  const [first] = lane;
  if (first === undefined) return [];
  try {
    await queue.publish(
      first.topic,
      lane.map((message) => message.id),
      first.provider,
      isRepeat,
    );
    return [];
  } catch {
    return lane;
  }
}
