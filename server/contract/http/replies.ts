import { z } from 'zod';
import { caseViewSchema } from './case-view.ts';
import { decisionViewSchema, evaluatedDecisionSchema } from './decision-view.ts';
import { codeSchema, idSchema, longIdSchema, programIdSchema } from './primitives.ts';
import { traceViewSchema } from './trace-view.ts';

/** Reply to events. */
export const eventReplySchema = z
  .object({
    accepted: z.int().describe('Events taken: applied, or kept until what they need arrives.'),
    duplicates: z.int().describe('Events taken before with the same body; nothing changed.'),
    rejected: z
      .array(
        z
          .object({
            index: z.int().describe('Place in the batch, counted from 0.'),
            id: z.string().describe('Id of the event as sent; empty where it had none.'),
            code: codeSchema.describe('Why it was refused.'),
            message: z
              .string()
              .describe('The same in words, with a pointer to the offending field where there is one.'),
          })
          .describe('One refused event.'),
      )
      .describe(
        'Events refused; their identity stays free. A charge that is refused for lack of credits (INSUFFICIENT_CREDITS) is refused for now only: it is charged when credits arrive, which takes its identity; to prevent that, report redress.generation.blocked for the generation. They are listed under /api/rejected-events, those left out that belong to no program of the service (PROGRAM_NOT_FOUND), name none, or are not for the sender’s programs (NOT_ALLOWED): of these nothing is kept.',
      ),
  })
  .meta({ id: 'EventReply', description: 'What became of each event.' });

/** Shape of {@link eventReplySchema}. */
export type EventReply = z.infer<typeof eventReplySchema>;

/** Reply to a claim or to further information. */
export const claimReplySchema = z
  .object({
    case: caseViewSchema.describe('The case.'),
    decision: decisionViewSchema.describe('Its latest decision.'),
  })
  .meta({ id: 'ClaimReply', description: 'A case with its decision.' });

/** Shape of {@link claimReplySchema}. */
export type ClaimReply = z.infer<typeof claimReplySchema>;

/** Reply to an evaluation. */
export const evaluationReplySchema = z
  .object({
    decision: evaluatedDecisionSchema.describe('What would be decided.'),
    trace: traceViewSchema.describe('Why.'),
  })
  .meta({ id: 'EvaluationReply', description: 'A decision without effects, explained.' });

/** Shape of {@link evaluationReplySchema}. */
export type EvaluationReply = z.infer<typeof evaluationReplySchema>;

/** Reply to a replay of a decision. */
export const replayReplySchema = z
  .object({
    identical: z.boolean().describe('Whether running it again gave the same bytes.'),
    differences: z
      .array(
        z
          .object({
            path: z.string().describe('JSON pointer into the decision.'),
            stored: z.unknown().optional().describe('What is stored there; absent where there is nothing.'),
            again: z.unknown().optional().describe('What came out now; absent where there is nothing.'),
          })
          .describe('One difference.'),
      )
      .describe('Where the two differ; empty where they are identical.'),
  })
  .meta({ id: 'ReplayReply', description: 'A stored decision, run again from its record and versions.' });

/** Shape of {@link replayReplySchema}. */
export type ReplayReply = z.infer<typeof replayReplySchema>;

/** Reply to the replay of a dead letter. */
export const deadLetterReplaySchema = z
  .object({
    id: idSchema.describe('Message that is due again.'),
    replayed: z.literal(true).describe('Always true; an unknown message is an error.'),
  })
  .meta({ id: 'DeadLetterReplay', description: 'Work that is due again.' });

/** Shape of {@link deadLetterReplaySchema}. */
export type DeadLetterReplay = z.infer<typeof deadLetterReplaySchema>;

/** Reply to the replay of an event. */
export const eventReplaySchema = z
  .object({
    id: longIdSchema.describe('Row that was replayed.'),
    outcome: z
      .enum(['applied', 'duplicate', 'waiting', 'rejected', 'acknowledged'])
      .describe(
        'What became of the event now. acknowledged: it had been applied already and its row asked somebody to look; the row is closed, and the audit says who looked and at what.',
      ),
    code: codeSchema.nullable().describe('Why it waits or was refused again, or null.'),
    message: z.string().nullable().describe('The same in words, or null.'),
  })
  .meta({ id: 'EventReplay', description: 'What became of an event that was tried again.' });

/** Shape of {@link eventReplaySchema}. */
export type EventReplay = z.infer<typeof eventReplaySchema>;

/** Reply to a provider's notification. */
export const notificationReplySchema = z
  .object({
    received: z.literal(true).describe('Always true: the provider need not send it again.'),
    payoutId: longIdSchema.nullable().describe('Payout that it moved; null where it said nothing new.'),
  })
  .meta({ id: 'NotificationReply', description: 'Receipt for a provider’s notification.' });

/** Shape of {@link notificationReplySchema}. */
export type NotificationReply = z.infer<typeof notificationReplySchema>;

/** Reply to the erasure of a customer. */
export const erasureReplySchema = z
  .object({
    program: programIdSchema,
    customerId: idSchema.describe('Customer whose personal data is gone.'),
    erasedRows: z.int().describe('Rows of personal data that were deleted; 0 where there was nothing left.'),
  })
  .meta({ id: 'ErasureReply', description: 'Receipt for an erasure. Decisions stay valid and can still be replayed.' });

/** Shape of {@link erasureReplySchema}. */
export type ErasureReply = z.infer<typeof erasureReplySchema>;
