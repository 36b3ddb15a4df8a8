import { z } from 'zod';
import { DRAFT_ORIGINS, VERSION_STATUSES } from '../../core/policies/draft.ts';
import { goldenCaseSchema } from '../rules/golden-case-schema.ts';
import { policyContentSchema } from '../rules/policy-file-schema.ts';
import { personSchema, semanticDiffSchema } from './policy-change-view.ts';
import { gateViewSchema } from './policy-gate-view.ts';
import { instantTextSchema } from './primitives.ts';

const person = personSchema;
const when = instantTextSchema;

const submissionSchema = z
  .object({
    effectiveAt: when.nullable().describe('When it takes effect; null: on approval.'),
    zone: z.string().describe('IANA zone in which the instant was chosen.'),
    reason: z.string().describe('Why.'),
    digest: z.string().describe('What was submitted, as one digest.'),
    by: person,
    at: when,
  })
  .describe('What was submitted.');

const approvalSchema = z
  .object({
    digest: z.string().describe('What was approved, as one digest.'),
    by: person,
    at: when,
    effectiveFrom: when.describe('When it takes effect.'),
    note: z.string().nullable().describe('A note of the approver, or null.'),
  })
  .describe('What was approved.');

/** A policy version or a draft of one, in a list. */
export const policyVersionRowSchema = z
  .object({
    id: z
      .string()
      .describe(
        '`<policy>.d<n>` for what began as a draft, `<policy>.v<number>` for what was published at first start.',
      ),
    policy: z.string().describe('Policy.'),
    name: z.string().describe('Name of the policy.'),
    sequence: z.int().nullable().describe('Counts the drafts of the policy; null where there was none.'),
    number: z.int().nullable().describe('Number of the version; null until it is approved.'),
    nextNumber: z.int().describe('Number that it has, or would be given now.'),
    status: z.enum(VERSION_STATUSES).describe('Where it stands.'),
    origin: z.enum(DRAFT_ORIGINS).describe('How it came about.'),
    basedOn: z
      .object({ number: z.int().describe('Number of the version.') })
      .describe('Version that it began from; 0: none.'),
    equalTo: z.int().nullable().describe('Of a rollback: the version whose content it has; else null.'),
    behindLive: z.boolean().describe('Whether something else went live since.'),
    revision: z.int().describe('Rises with every save.'),
    savedAt: when,
    savedBy: person,
    changedAt: when,
    changedBy: person,
    authors: z.array(person).describe('Everybody who had a hand in it; none of them may approve it.'),
    effectiveFrom: when
      .nullable()
      .describe('When it takes or took effect, or would; null: on approval, or not chosen yet.'),
    submission: submissionSchema.nullable().describe('What was submitted; null: nothing.'),
    approval: approvalSchema.nullable().describe('What was approved; null: nothing.'),
    rejection: z
      .object({
        digest: z.string().describe('What was refused, as one digest.'),
        reason: z.string().describe('Why.'),
        by: person,
        at: when,
      })
      .nullable()
      .describe('Why it was sent back; null: it was not.'),
    closing: z
      .object({ by: person, at: when, reason: z.string().nullable().describe('Why, or null.') })
      .nullable()
      .describe('Why it was discarded.'),
  })
  .meta({ id: 'PolicyVersionRow', description: 'A policy version or a draft of one.' });
export type PolicyVersionRow = z.infer<typeof policyVersionRowSchema>;

/** A policy version or a draft of one, with everything that an editor or an approver looks at. */
export const policyVersionViewSchema = policyVersionRowSchema
  .extend({
    digest: z.string().describe('What an approval would be bound to now: content, cases, instant, test results.'),
    contentDigest: z.string().describe('Digest by which decisions would cite the content.'),
    content: policyContentSchema,
    live: z
      .object({ number: z.int().describe('Number of the version.'), content: policyContentSchema })
      .nullable()
      .describe('What decides now; null where nothing does.'),
    cases: z.array(goldenCaseSchema).describe('Cases that owners wrote.'),
    acceptedCases: z
      .array(
        z.object({
          caseName: z.string().describe('Name of the case.'),
          reason: z.string().describe('Why.'),
          by: person,
          at: when,
        }),
      )
      .describe('Golden cases whose new outcome was accepted.'),
    acknowledgements: z
      .array(z.object({ flipId: z.string().describe('Id of the flip.'), by: person, at: when }))
      .describe('Flips that were looked at.'),
    gate: gateViewSchema,
    changes: semanticDiffSchema.describe(
      'What differs from what it would replace: what decides now, or the scheduled version that it was made from; of a version that was approved, from what it was based on.',
    ),
    takesBack: semanticDiffSchema
      .nullable()
      .describe('What went live since it began and would be taken back; null where it is not behind.'),
    scheduledBeside: z
      .array(z.object({ number: z.int().describe('Number of the version.'), at: when }))
      .describe('Other versions that are approved and not live yet: whichever takes effect later replaces the other.'),
    basisAt: when.describe('Instant at which all of this was found out.'),
  })
  .meta({ id: 'PolicyVersion', description: 'A policy version or a draft of one, in full.' });
export type PolicyVersionView = z.infer<typeof policyVersionViewSchema>;

/** What approvers ask for every few seconds. */
export const digestReplySchema = z
  .object({
    digest: z.string().describe('What an approval would be bound to now.'),
    revision: z.int().describe('Rises with every save.'),
    status: z.enum(VERSION_STATUSES).describe('Where it stands.'),
    changedAt: when,
    changedBy: person,
  })
  .meta({ id: 'PolicyVersionDigest', description: 'What stands now, as one digest.' });
export type DigestReply = z.infer<typeof digestReplySchema>;
