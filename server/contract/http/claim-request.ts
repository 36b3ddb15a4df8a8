import { z } from 'zod';
import {
  CLAIM_CHANNELS,
  CLAIM_FIELDS,
  CLAIM_ISSUES,
  CLAIM_REASONS,
  EVIDENCE_KINDS,
  REQUESTED_REMEDIES,
  SUBJECT_TYPES,
} from '../../core/cases/claim.ts';
import { emailSchema, idSchema, instantSchema, localeSchema, phoneSchema, programIdSchema } from './primitives.ts';

/** What the customer wrote, field by field. */
const claimFieldsSchema = z
  .partialRecord(
    z.enum(CLAIM_FIELDS),
    z.string().max(10_000).describe('What the customer wrote; empty counts as not given.'),
    {
      // Its own types do not know that a record of fixed names refuses others.
      error: ({ code }: { readonly code: string }) =>
        code === 'unrecognized_keys' ? `is no field of a claim; it has ${CLAIM_FIELDS.join(', ')}` : undefined,
    },
  )
  .describe('The customer’s own words by field name. Kept encrypted; rules see only which fields are filled.');

/** What the customer sent along. */
const evidenceSchema = z
  .array(
    z.strictObject({
      kind: z.enum(EVIDENCE_KINDS).describe('What the evidence is.'),
      ref: z.string().min(1).max(2000).describe('Where it is found, in the program’s own terms. Kept encrypted.'),
    }),
  )
  .max(50)
  .describe('Evidence that came with the claim.');

/** Who sent the claim, on the caller’s word. */
const senderSchema = z
  .strictObject({
    email: emailSchema.exactOptional().describe('Address that the message came from.'),
    phone: phoneSchema.exactOptional().describe('Number that the message came from.'),
  })
  .describe(
    'Who sent the claim, as the caller saw it; needs the verb claims:attest. A policy may compare it with the customer’s addresses (Anumi does, for claims by e-mail): a claim by e-mail without it can then only be referred to a person, who takes no further information here. Send it with the claim, or with the information that a case asks for.',
  );

/** Body of `POST /api/claims`. Instants are decoded to epoch ms. */
export const claimRequestSchema = z
  .strictObject({
    program: programIdSchema,
    customerId: idSchema.describe('Customer who claims, by the program’s own id.'),
    subject: z
      .strictObject({
        type: z.enum(SUBJECT_TYPES).describe('What kind of thing the claim is about.'),
        id: idSchema.describe('Id of that thing.'),
      })
      .describe('What the claim is about. Something unknown, or somebody else’s, leads to a case that asks for more.'),
    reason: z.enum(CLAIM_REASONS).describe('Why the customer claims.'),
    issue: z.enum(CLAIM_ISSUES).default('other').describe('What is wrong with the result.'),
    remedy: z.enum(REQUESTED_REMEDIES).describe('What the customer asks for: money or credits.'),
    channel: z
      .enum(CLAIM_CHANNELS)
      .describe('The way the claim came in. For email, give `sender` too: a policy may want to know who wrote.'),
    sentAt: instantSchema
      .exactOptional()
      .describe(
        'When the customer sent it; default: when it is received. More than 5 minutes ahead of the service’s clock, it counts as sent when received. Needs the verb claims:attest.',
      ),
    sender: senderSchema.exactOptional(),
    fields: claimFieldsSchema.exactOptional(),
    evidence: evidenceSchema.exactOptional(),
    locale: localeSchema
      .exactOptional()
      .describe('Language of the answer; default: the customer’s, else the program’s.'),
  })
  .meta({ id: 'ClaimRequest', description: 'A claim, as filed by a program for its customer.' });

/** A decoded claim: `issue` is filled in, `sentAt` is epoch ms. */
export type ClaimRequest = z.output<typeof claimRequestSchema>;

const information = {
  fields: claimFieldsSchema.exactOptional(),
  evidence: evidenceSchema.exactOptional(),
  sender: senderSchema.exactOptional(),
};

/** Body of `POST /api/cases/:id/information`: something at least, since a case is decided again for it. */
export const informationRequestSchema = z
  .strictObject(information)
  .refine(saysSomething, {
    message: 'needs something to add: a field with text, evidence, or the sender’s email or phone',
    params: { code: 'nothing_given' },
  })
  .meta({
    id: 'InformationRequest',
    description:
      'What completes a case that waits for the customer: at least one field with text, a piece of evidence, or the sender.',
  });

function saysSomething({ fields, evidence, sender }: z.output<z.ZodObject<typeof information>>): boolean {
  const texts = [...Object.values(fields ?? {}), sender?.email, sender?.phone];
  return (evidence ?? []).length > 0 || texts.some((text) => text !== undefined && text.trim() !== '');
}

/** Decoded further information on a case. */
export type InformationRequest = z.output<typeof informationRequestSchema>;
