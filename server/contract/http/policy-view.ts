import { z } from 'zod';
import { VERSION_STATUSES } from '../../core/policies/draft.ts';
import { VERSION_BASES } from '../../core/policies/policy-version.ts';
import { personSchema, wordsSchema } from './policy-change-view.ts';
import { instantTextSchema } from './primitives.ts';

const when = instantTextSchema;

/** A policy in a list. */
export const policyRowSchema = z
  .object({
    id: z.string().describe('The program, or statutory-floor.'),
    name: z.string().describe('Name that people see.'),
    isFloor: z.boolean().describe('Whether it is the statutory floor.'),
    zone: z.string().describe('Zone in which its days are counted.'),
    versionBasis: z.enum(VERSION_BASES).describe('Which version governs a claim.'),
    live: z
      .object({
        id: z.string().describe('Id of the version.'),
        number: z.int().describe('Number of the version.'),
        since: when,
      })
      .nullable()
      .describe('What decides now.'),
    scheduled: z
      .object({
        id: z.string().describe('Id of the version.'),
        number: z.int().describe('Number of the version.'),
        at: when,
      })
      .nullable()
      .describe('What takes over next.'),
    waiting: z.int().describe('Versions that wait for approval.'),
    drafts: z.int().describe('Drafts.'),
    rules: z.int().describe('Rules of the live version.'),
    parameters: z.int().describe('Its parameters.'),
    unset: z.array(z.string().describe('Name of a parameter.')).describe('Parameters without a value.'),
    assumed: z.int().describe('Parameters whose value is our reading until an owner confirms it.'),
  })
  .meta({ id: 'PolicyRow', description: 'A policy with what decides, what comes next and what waits.' });
export type PolicyRow = z.infer<typeof policyRowSchema>;

const timelineRow = z
  .object({
    id: z.string().describe('Id of the version.'),
    number: z.int().nullable().describe('Number of the version; null until it is approved.'),
    status: z.enum(VERSION_STATUSES).describe('Where it stands.'),
    at: when.describe('When it took effect or would; else when it last changed.'),
    summary: wordsSchema.describe('What it changed.'),
    changes: z.int().describe('How many changes.'),
    author: personSchema.nullable().describe('Who began it; null where nobody is named.'),
    approver: personSchema.nullable().describe('Who approved it; null: nobody yet, or nobody had to.'),
    reason: z.string().nullable().describe('Why, or why it was rejected.'),
    emergency: z.boolean().describe('Whether it was an emergency rollback.'),
  })
  .describe('One version or draft.');

/** A policy with its history. */
export const policyViewSchema = policyRowSchema
  .extend({
    timeline: z.array(timelineRow).describe('Newest first.'),
    health: z
      .object({
        unset: z
          .array(
            z.object({
              name: z.string().describe('Name of the parameter.'),
              label: wordsSchema,
              whenUnset: z
                .enum(['refer', 'off'])
                .describe('refer: what rests on it is unknown; off: rules that rest on it are off.'),
            }),
          )
          .describe('Parameters without a value.'),
        assumed: z
          .array(z.object({ name: z.string().describe('Name of the parameter.'), label: wordsSchema }))
          .describe('Parameters whose value nobody made theirs.'),
        clauses: z
          .object({
            total: z.int().describe('Statements of the published text.'),
            accounted: z.int().describe('Of these, carried out by something.'),
          })
          .describe('How much of the published text is carried out.'),
        decisions: z
          .int()
          .nullable()
          .describe(
            'Decisions by the live version in 30 days, at most 10,001; null for the floor, which decides beside others.',
          ),
      })
      .describe('What an owner should look at.'),
    emergency: z
      .object({
        id: z.string().describe('Id by which it is confirmed.'),
        toNumber: z.int().describe('Version to go back to.'),
        reason: z.string().describe('Why.'),
        requestedBy: personSchema,
        requestedAt: when,
        expiresAt: when,
      })
      .nullable()
      .describe('An emergency rollback that waits for an admin.'),
  })
  .meta({ id: 'Policy', description: 'A policy with its history.' });
export type PolicyView = z.infer<typeof policyViewSchema>;

/** One statement of the published text and what carries it out. */
export const clauseRowSchema = z
  .object({
    id: z.string().describe('Id of the clause.'),
    paraphrase: z.string().describe('The statement in our own words.'),
    carriedBy: z
      .enum(['rule', 'parameter', 'service', 'not_yet'])
      .nullable()
      .describe('null: nothing accounts for it.'),
    where: z.array(z.string()).describe('Names of rules or parameters, or the part of the service.'),
    rules: z.array(z.string()).describe('Rules of the live version that name it.'),
    parameters: z.array(z.string()).describe('Parameters of the live version that name it.'),
  })
  .meta({ id: 'ClauseRow', description: 'A statement of the published text.' });
export type ClauseRow = z.infer<typeof clauseRowSchema>;

/** A policy as files: path to text. */
export const policyFilesSchema = z
  .object({ files: z.record(z.string().max(200), z.string().max(1_000_000)).describe('Path to text.') })
  .meta({ id: 'PolicyFiles', description: 'A policy as files, path to text.' });
export type PolicyFiles = z.infer<typeof policyFilesSchema>;
