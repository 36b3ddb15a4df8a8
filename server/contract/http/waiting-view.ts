import { z } from 'zod';
import { instantTextSchema } from './primitives.ts';

/** Kinds of thing that wait for a person. */
const WAITING_KINDS = [
  'version_to_approve',
  'version_rejected',
  'draft_behind',
  'gate_open',
  'going_live',
  'values_not_set',
  'assumptions',
  'referred_cases',
  'dead_letters',
  'failed_payouts',
  'emergency_to_confirm',
] as const;

/** One thing that only this person, or somebody of their role, can move. */
export const waitingItemSchema = z
  .object({
    kind: z.enum(WAITING_KINDS).describe('What kind of thing waits.'),
    program: z.string().describe('Program or policy concerned.'),
    count: z.int().describe('How many of them; totals stop at 10001.'),
    title: z
      .object({ en: z.string().describe('In English.'), zh: z.string().describe('In Chinese.') })
      .describe('What waits, in one sentence.'),
    since: instantTextSchema.nullable().describe('Since when, or null where that is not known.'),
    link: z.string().describe('Where in the admin to move it.'),
  })
  .meta({ id: 'WaitingItem', description: 'Something that waits for this person.' });

/** One thing that waits; instants are ISO text. */
export type WaitingItem = z.infer<typeof waitingItemSchema>;
