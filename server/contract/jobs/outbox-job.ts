import { z } from 'zod';

/** Most outbox ids in one job: fewer jobs cost less, and a worker posts a chunk in few transactions. */
export const IDS_PER_JOB = 64;

/** A job on any of our queues: ids of outbox messages and nothing about anybody, so that no personal data enters Redis. */
export const outboxJobSchema = z.strictObject({
  ids: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(IDS_PER_JOB)
    .describe('Outbox messages to work on, in any order.'),
  again: z.literal(true).exactOptional().describe('The messages were announced before and never finished.'),
});

/** A job on any of our queues. */
export type OutboxJob = z.output<typeof outboxJobSchema>;
