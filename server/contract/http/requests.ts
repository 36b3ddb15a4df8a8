import { z } from 'zod';
import { PROVIDERS } from '../events/order-events.ts';
import { caseRecordSchema } from './case-record-schema.ts';
import { codeSchema, idSchema, instantSchema, longIdSchema, programIdSchema } from './primitives.ts';

const versionSchema = z
  .union([
    z.int().min(1).describe('Its number alone.'),
    z
      .strictObject({
        policy: programIdSchema.exactOptional().describe('Policy; the program itself.'),
        number: z.int().min(1).describe('Number of the version.'),
        digest: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex')
          .exactOptional()
          .describe('Its digest, checked where given.'),
      })
      .describe('A version as decisions cite it.'),
  ])
  .transform((version) => (typeof version === 'number' ? { number: version } : version));

/** Body of `POST /api/evaluations`: exactly one of `record` and `caseId`. */
export const evaluationRequestSchema = z
  .strictObject({
    program: programIdSchema,
    record: caseRecordSchema.exactOptional().describe('Case record to decide on; its program must be the same.'),
    caseId: idSchema.exactOptional().describe('Case whose latest record is decided on.'),
    policyVersion: versionSchema.exactOptional().describe('Version to decide by; default: what was in force.'),
    at: instantSchema.exactOptional().describe('Instant at which to decide; default: the record’s own.'),
  })
  .refine((request) => (request.record === undefined) !== (request.caseId === undefined), {
    message: 'needs exactly one of record and caseId',
    path: ['record'],
    params: { code: 'exactly_one' },
  })
  .refine((request) => request.record === undefined || request.record.program === request.program, {
    message: 'must be of the same program',
    path: ['record', 'program'],
    params: { code: 'other_program' },
  })
  .meta({ id: 'EvaluationRequest', description: 'A decision to try without effects.' });

/** A decoded evaluation; `at` is epoch ms. */
export type EvaluationRequest = z.output<typeof evaluationRequestSchema>;

/** Body of `POST /api/providers/:provider/notifications`: what the provider says of one refund. */
export const providerNotificationSchema = z
  .strictObject({
    payoutId: longIdSchema.describe('Refund, by the idempotency key that the provider was given.'),
    state: z.enum(['settled', 'failed', 'pending_approval', 'requires_action']).describe('What became of it.'),
    providerRefundId: idSchema.exactOptional().describe('The provider’s id of the refund.'),
    code: codeSchema.exactOptional().describe('The provider’s reason, where it failed.'),
  })
  .meta({ id: 'ProviderNotification', description: 'What a payment provider says of a refund.' });

/** A decoded notification. */
export type ProviderNotification = z.output<typeof providerNotificationSchema>;

/** Name of a payment provider in a path. */
export const providerNameSchema = z.enum(PROVIDERS).describe('Payment provider.');

/** Body of a POST that needs to say nothing: absent, or an empty object. */
export const emptyBodySchema = z
  .strictObject({})
  .meta({ id: 'Empty', description: 'Nothing: an empty object, or no body at all.' });
