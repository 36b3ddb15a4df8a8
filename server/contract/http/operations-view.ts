import { z } from 'zod';
import { formatInstant } from './instant.ts';
import { codeSchema, idSchema, instantTextSchema, longIdSchema, programIdSchema } from './primitives.ts';

/** Work given up, as the contract shows it. */
export const deadLetterViewSchema = z
  .object({
    id: idSchema.describe('Id of the message.'),
    topic: z
      .enum(['outcome', 'payout'])
      .describe('What kind of work it is: posting a decision’s effects, or sending a payout.'),
    program: programIdSchema,
    ref: longIdSchema.describe('Decision or payout that the work is about.'),
    code: codeSchema.describe('Why it was given up.'),
    detail: z.string().describe('The same in words, without personal data.'),
    attempts: z.int().describe('How often it was tried.'),
    createdAt: instantTextSchema.describe('When the work was promised.'),
    buriedAt: instantTextSchema.describe('When it was given up.'),
  })
  .meta({ id: 'DeadLetter', description: 'Work given up; it can be replayed.' });

/** A dead letter as the contract shows it; instants are ISO text. */
export type DeadLetterView = z.infer<typeof deadLetterViewSchema>;

/** What {@link presentDeadLetter} needs; instants are epoch ms. */
export interface DeadLetterToPresent {
  readonly id: string;
  readonly topic: 'outcome' | 'payout';
  readonly program: string;
  readonly ref: string;
  readonly code: string;
  readonly detail: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly buriedAt: number;
}

/** Shows a dead letter. */
export function presentDeadLetter(letter: DeadLetterToPresent): DeadLetterView {
  const { id, topic, program, ref, code, detail, attempts } = letter;
  return {
    id,
    topic,
    program,
    ref,
    code,
    detail,
    attempts,
    createdAt: formatInstant(letter.createdAt),
    buriedAt: formatInstant(letter.buriedAt),
  };
}

/** An event that was not applied, as the contract shows it. */
export const rejectedEventViewSchema = z
  .object({
    id: longIdSchema.describe('Id of the row.'),
    program: programIdSchema,
    eventKey: longIdSchema.describe('Identity of the event: program, source, id.'),
    type: z.string().describe('Type of the event.'),
    status: z
      .enum(['waiting', 'rejected', 'attention'])
      .describe(
        'Whether it waits for something, was refused, or was applied and a person should look, until somebody says that they did (by its replay).',
      ),
    code: codeSchema.describe('Why.'),
    message: z.string().describe('The same in words, without personal data.'),
    waitsFor: z
      .array(z.string().describe('Kind, program and id of a thing.'))
      .describe('What it waits for; tried again when that arrives.'),
    attempts: z.int().describe('How often it was tried.'),
    occurredAt: instantTextSchema.describe('When it happened, by its sender’s word.'),
    receivedAt: instantTextSchema.describe('When it was received.'),
  })
  .meta({ id: 'RejectedEvent', description: 'An event that was refused or waits; its body is kept encrypted.' });

/** The same with what was sent. */
export const rejectedEventDetailSchema = rejectedEventViewSchema
  .extend({
    body: z
      .unknown()
      .describe(
        'The event as sent, in CloudEvents’ JSON form: words, addresses and numbers to call are hidden; null where its customer was erased.',
      ),
  })
  .meta({ id: 'RejectedEventDetail', description: 'An event that was refused or waits, with what was sent.' });

/** An event that was not applied, as the contract shows it; instants are ISO text. */
export type RejectedEventView = z.infer<typeof rejectedEventViewSchema>;

/** Shape of {@link rejectedEventDetailSchema}. */
export type RejectedEventDetail = z.infer<typeof rejectedEventDetailSchema>;

/** What {@link presentRejectedEvent} needs; instants are epoch ms. */
export interface RejectedEventToPresent {
  readonly id: string;
  readonly program: string;
  readonly eventKey: string;
  readonly type: string;
  readonly status: 'waiting' | 'rejected' | 'attention';
  readonly code: string;
  readonly message: string;
  readonly waitsFor: readonly string[];
  readonly attempts: number;
  readonly occurredAt: number;
  readonly receivedAt: number;
}

/** Shows an event that was not applied. */
export function presentRejectedEvent(event: RejectedEventToPresent): RejectedEventView {
  const { id, program, eventKey, type, status, code, message, waitsFor, attempts } = event;
  return {
    id,
    program,
    eventKey,
    type,
    status,
    code,
    message,
    attempts,
    waitsFor: [...waitsFor],
    occurredAt: formatInstant(event.occurredAt),
    receivedAt: formatInstant(event.receivedAt),
  };
}
