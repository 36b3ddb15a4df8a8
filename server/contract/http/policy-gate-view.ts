import { z } from 'zod';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { REMEDIES } from '../../core/decisions/remedy.ts';
import { goldenCaseSchema } from '../rules/golden-case-schema.ts';
import { personSchema, wordsSchema } from './policy-change-view.ts';
import { instantTextSchema } from './primitives.ts';

/** An outcome of one case, in brief. */
const outcomeViewSchema = z
  .object({
    disposition: z.enum(DISPOSITIONS).describe('Outcome.'),
    reasonCode: z.string().describe('Why.'),
    rule: z.string().nullable().describe('Rule that decided; null where facts were missing.'),
    remedy: z.enum(REMEDIES).nullable().describe('What is granted, or null.'),
    credits: z.int().nullable().describe('Credits, or null.'),
    amountMinor: z.int().nullable().describe('Money in minor units, or null.'),
    currency: z.string().nullable().describe('Its currency, or null.'),
    words: wordsSchema.describe('The outcome in words.'),
  })
  .meta({ id: 'Outcome', description: 'An outcome in brief.' });
export type OutcomeView = z.infer<typeof outcomeViewSchema>;

/** One boundary case of a changed parameter or rule, decided by the live version and by the draft. */
export const flipRowSchema = z
  .object({
    id: z
      .string()
      .describe(
        'Id by which it is acknowledged; another value of the parameter, or another wording of the rule, gives another.',
      ),
    parameter: z.string().nullable().describe('Parameter that changed; null where a rule did.'),
    rule: z.string().nullable().describe('Rule that changed, came or went; null where a parameter did.'),
    caseName: z.string().describe('Case that it was made from.'),
    cases: z.int().describe('Cases that come out the same way there.'),
    position: z
      .enum(['below', 'at', 'above'])
      .nullable()
      .describe('Side of the value; null where the case was not moved.'),
    at: wordsSchema.describe('Where it lies, in words.'),
    live: outcomeViewSchema.nullable().describe('Outcome by the live version; null where there is none.'),
    draft: outcomeViewSchema.describe('Outcome by the draft.'),
    flips: z.boolean().describe('Whether the outcome changes.'),
    sentence: wordsSchema.describe('The change in words.'),
    acknowledged: z
      .object({ by: personSchema, at: instantTextSchema })
      .nullable()
      .describe('Who looked at it, and when; null: nobody yet.'),
  })
  .meta({ id: 'FlipRow', description: 'A boundary case of a changed parameter or rule.' });
export type FlipRowView = z.infer<typeof flipRowSchema>;

/** One golden or owner-written case under the draft. */
const caseRowSchema = z
  .object({
    name: z.string().describe('What the case shows.'),
    origin: z.enum(['golden', 'owner']).describe('Shipped with the rules, or written by an owner.'),
    result: z
      .enum(['pass', 'accepted', 'changed', 'failed'])
      .describe(
        'pass: as expected; accepted: as accepted in the draft; changed: another outcome than expected; failed: cannot be decided.',
      ),
    expected: wordsSchema.describe('What is expected.'),
    live: outcomeViewSchema.nullable().describe('Outcome by the live version; null where it cannot be decided.'),
    draft: outcomeViewSchema.nullable().describe('Outcome by the draft; null where it cannot be decided.'),
    differences: z.array(z.string()).describe('Where the outcome is not the expected one.'),
    acceptance: z
      .object({ reason: z.string().describe('Why.'), by: personSchema, at: instantTextSchema })
      .nullable()
      .describe('Who accepted the new outcome, and why; null: nobody.'),
    golden: goldenCaseSchema.describe('The case itself.'),
  })
  .meta({ id: 'DraftCase', description: 'A case under the draft.' });
export type CaseRowView = z.infer<typeof caseRowSchema>;

const GATE_REASONS = ['lint', 'engines', 'cases', 'flips', 'nothing_changed'] as const;

/** Everything that must be settled before a draft can be submitted. */
export const gateViewSchema = z
  .object({
    lint: z
      .array(
        z
          .object({
            code: z.string().describe('What is wrong, as a code.'),
            path: z.string().describe('JSON pointer into the content.'),
            message: z.string().describe('What is wrong and what to do about it.'),
          })
          .describe('One thing for which the policy is refused.'),
      )
      .describe('What the lint refuses.'),
    engines: z
      .object({
        agreed: z.int().describe('Runs on which all engines agree.'),
        disagreements: z
          .array(
            z.object({
              caseName: z.string().describe('Name of the case.'),
              words: z.string().describe('What each engine says.'),
            }),
          )
          .describe('Where they do not.'),
      })
      .describe('The compiled rules against the reference engines.'),
    cases: z
      .object({
        total: z.int().describe('All cases.'),
        passed: z.int().describe('As expected or accepted.'),
        accepted: z.int().describe('Of these, with a new outcome that was accepted.'),
        changed: z.int().describe('With another outcome than expected.'),
        failed: z.int().describe('That cannot be decided.'),
        rows: z.array(caseRowSchema).describe('One by one.'),
      })
      .describe('Golden and owner-written cases.'),
    flips: z
      .object({
        total: z.int().describe('Boundary cases whose outcome changes.'),
        acknowledged: z.int().describe('Of these, looked at.'),
        rows: z.array(flipRowSchema).describe('Flips first, then places where nothing changes.'),
      })
      .describe('Boundary cases of the changed parameters and rules.'),
    open: z.boolean().describe('Whether it can be submitted.'),
    reasons: z
      .array(
        z.object({
          code: z.enum(GATE_REASONS).describe('What.'),
          count: z.int().describe('How many.'),
          sentence: wordsSchema,
        }),
      )
      .describe('What keeps it shut.'),
  })
  .meta({ id: 'Gate', description: 'What must be settled before a draft can be submitted.' });
export type GateView = z.infer<typeof gateViewSchema>;
