import { z } from 'zod';
import { reasonCodeSchema } from './names.ts';

/** What a customer text may have filled in. `amount`: money with its currency; `credits`: an integer; `missing`: names, joined; `program`: its name. */
export const PLACEHOLDERS = ['amount', 'credits', 'missing', 'program'] as const;

/** One text that a customer reads. Refuses a placeholder that nobody fills in. */
export const messageSchema = z
  .string()
  .min(1)
  .max(2000)
  .refine(
    (text) =>
      [...text.matchAll(/[{}]/gu)].length ===
      [...text.matchAll(new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'gu'))].length * 2,
    { message: `Braces may only hold one of ${PLACEHOLDERS.join(', ')}.` },
  )
  .describe('Text for the customer; {amount}, {credits}, {missing} and {program} are filled in.');

/** messages/<locale>.json: reason code to text. */
export const messagesSchema = z
  .record(reasonCodeSchema, messageSchema)
  .describe('Customer texts of one language by reason code.');
