import { z } from 'zod';
import { VERSION_BASES } from '../../core/policies/policy-version.ts';
import type { PolicyContent } from '../../core/policies/policy-version.ts';
import {
  clauseIdSchema,
  countrySchema,
  localeSchema,
  parameterNameSchema,
  policyNameSchema,
  zoneSchema,
} from './names.ts';
import { messagesSchema } from './messages-schema.ts';
import { parametersFileSchema } from './parameter-schema.ts';
import { rulesetFileSchema } from './ruleset-schema.ts';

const provenance = z.enum(['stated', 'assumed']).describe('stated: in the published text; assumed: our reading.');

const clockSchema = z
  .strictObject({
    name: parameterNameSchema.describe('Name of the promised time.'),
    clause: clauseIdSchema.exactOptional().describe('The clause that promises it.'),
    amount: z.int().min(0).describe('How many units; where atMost is given, at least so many.'),
    atMost: z.int().min(0).exactOptional().describe('Upper end of a promised range.'),
    unit: z.enum(['seconds', 'hours', 'business_days']).describe('Unit of both numbers.'),
    provenance,
  })
  .describe('One promised time.');

const identity = {
  policy: policyNameSchema,
  name: z.string().min(1).max(120).describe('Name that people see.'),
  zone: zoneSchema,
  country: countrySchema.describe('Country whose holidays count where that of the customer is unknown.'),
  versionBasis: z
    .enum(VERSION_BASES)
    .describe(
      'Which version governs a claim: that in force when it was received, when the order was paid, or the better of the two.',
    ),
  defaultLocale: localeSchema.describe('Language of a message where that of the customer is unknown or has no text.'),
};
const clocks = z.array(clockSchema).max(50).describe('Promised times.');

/** policy.json: what a policy is, when its first version takes effect, and what the published text promises. */
export const policyFileSchema = z
  .strictObject({
    ...identity,
    effectiveFrom: z.iso
      .datetime({ offset: true })
      .describe('Instant from which the first version governs; what lies before it is governed by it too.'),
    provenance: z
      .strictObject({
        effectiveFrom: provenance.describe('Where the first date comes from.'),
        zone: provenance.describe('Where the time zone comes from.'),
        versionBasis: provenance.describe('Where the version basis comes from.'),
      })
      .describe('What of this file the published text states, and what we assume.'),
    providers: z
      .array(
        z
          .string()
          .regex(/^[a-z][a-z0-9_]*$/u)
          .max(40)
          .describe('Name of a payment provider.'),
      )
      .max(20)
      .describe('Payment providers of the program; for information.'),
    clocks,
  })
  .describe('The head of a policy.');
/** See {@link policyFileSchema}. */
export type PolicyFile = z.infer<typeof policyFileSchema>;

/** Everything that a numbered version of a policy holds: what the files of a folder add up to. */
export const policyContentSchema: z.ZodType<PolicyContent> = z
  .strictObject({
    ...identity,
    parameters: parametersFileSchema,
    ruleset: rulesetFileSchema,
    messages: z.record(localeSchema, messagesSchema).describe('Customer texts: language to reason code to text.'),
    clocks,
    clauses: z
      .array(
        z
          .strictObject({
            id: clauseIdSchema,
            paraphrase: z.string().min(1).max(1000).describe('The statement in our own words.'),
          })
          .describe('One statement of the published text.'),
      )
      .max(500)
      .describe('The statements of the published text.'),
  })
  .describe('The content of a policy version.');
