import { z } from 'zod';
import { codeSchema, instantTextSchema, longIdSchema } from './primitives.ts';

/** What can happen in a case. */
const TIMELINE_KINDS = ['claim', 'information', 'decision', 'effect', 'entry', 'payout', 'audit'] as const;

/** The timeline of a case, oldest first. */
export const timelineViewSchema = z
  .array(
    z
      .object({
        at: instantTextSchema.describe('When it happened.'),
        kind: z.enum(TIMELINE_KINDS).describe('What kind of thing happened.'),
        id: longIdSchema.describe('Id of what it is about.'),
        code: codeSchema.describe('What exactly happened, as a stable code.'),
        actor: z.string().describe('Who did it: key/<id>, user/<id> or system/<part>.'),
        summary: z.string().describe('The same in one sentence, without personal data.'),
      })
      .meta({ id: 'TimelineItem', description: 'One thing that happened in a case.' }),
  )
  .describe('What happened in a case, oldest first.');

/** The timeline of a case, oldest first; instants are ISO text. */
export type TimelineView = z.infer<typeof timelineViewSchema>;
