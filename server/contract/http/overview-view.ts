import { z } from 'zod';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { codeSchema, idSchema, instantTextSchema, programIdSchema } from './primitives.ts';

const count = z.int().min(0);

const byDisposition = z
  .object(
    Object.fromEntries(
      DISPOSITIONS.map((name) => [name, count.describe(`Decisions that came out as ${name}.`)]),
    ) as Record<(typeof DISPOSITIONS)[number], z.ZodInt>,
  )
  .describe('Latest decisions by outcome.');

/** The first page: what came in and what came of it, in a span of whole UTC days that ends today. */
export const overviewViewSchema = z
  .object({
    from: instantTextSchema.describe('Beginning of the span.'),
    to: instantTextSchema.describe('As of when this was counted.'),
    claims: z
      .object({
        total: count.describe('Cases whose claim was sent in the span.'),
        previous: count.describe('Those of the span of the same length before it.'),
        automatic: count.describe('Those of the span that needed no person.'),
      })
      .describe('Cases.'),
    oldestWaiting: z
      .object({
        caseId: idSchema.describe('The case.'),
        program: programIdSchema,
        since: instantTextSchema.describe('When it was opened.'),
      })
      .nullable()
      .describe('The case that has waited longest for a person, or null.'),
    byDay: z
      .array(
        z.object({ day: z.string().describe('UTC day, as YYYY-MM-DD.'), ...byDisposition.shape }).describe('One day.'),
      )
      .describe(
        'Cases by the day on which their claim was sent and by the outcome of their latest decision, every day of the span.',
      ),
    referralsByReason: z
      .array(
        z
          .object({
            program: programIdSchema,
            reasonCode: codeSchema.describe('Reason of the referral.'),
            count: count.describe('Cases.'),
            unsetParameters: z
              .array(z.string().describe('Name.'))
              .describe('Parameters that were needed and are not set, sorted.'),
          })
          .describe('One reason in one program.'),
      )
      .describe('Why cases went to a person, most first.'),
    unsetParameters: z
      .array(
        z
          .object({
            program: programIdSchema,
            name: z.string().describe('Name of the parameter.'),
            referrals: count.describe('Decisions that went to a person and for which its value was missing.'),
          })
          .describe('One parameter of one program.'),
      )
      .describe('Parameters that are not set now, and what that did in the span.'),
    grantedByProgram: z
      .array(
        z
          .object({
            program: programIdSchema,
            currency: z.string().nullable().describe('Currency of amountMinor, or null for the row of credits.'),
            amountMinor: count.describe('Money granted, in minor units; 0 in the row of credits.'),
            credits: count.describe('Credits granted; 0 in a row of money.'),
            decisions: count.describe('Decisions that granted it.'),
          })
          .describe('What one program granted in one currency, or in credits.'),
      )
      .describe('Money and credits granted; currencies are never added up.'),
  })
  .meta({ id: 'Overview', description: 'What came in, what came of it, and what it cost.' });

/** The first page; instants are ISO text. */
export type OverviewView = z.infer<typeof overviewViewSchema>;
