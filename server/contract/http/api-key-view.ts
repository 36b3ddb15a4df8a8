import { z } from 'zod';
import { KEY_VERBS } from '../../core/access/key-verb.ts';
import { formatInstant, formatOptionalInstant } from './instant.ts';
import { idSchema, instantTextSchema, lineSchema, programIdSchema } from './primitives.ts';

const verbsSchema = z.array(z.enum(KEY_VERBS).describe('One verb.')).min(1).describe('What it may do.');

/** An API key, without its secret, which nobody knows but its holder. */
export const apiKeyViewSchema = z
  .object({
    id: idSchema.describe('Id of the key.'),
    name: lineSchema.describe('What it is for.'),
    programs: z.array(z.string().describe('A program, or * for all.')).describe('Programs it may speak for.'),
    verbs: verbsSchema,
    createdAt: instantTextSchema.describe('When it was made.'),
    revokedAt: instantTextSchema.nullable().describe('When it was revoked, or null.'),
  })
  .meta({ id: 'ApiKey', description: 'A machine’s key, scoped to programs and verbs.' });

/** A key as the contract shows it; instants are ISO text. */
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>;

/** What {@link presentApiKey} needs; instants are epoch ms. */
export interface ApiKeyToPresent {
  readonly id: string;
  readonly name: string;
  readonly programs: readonly string[];
  readonly verbs: readonly ApiKeyView['verbs'][number][];
  readonly createdAt: number;
  readonly revokedAt?: number;
}

/** Shows a key; its hash stays here. */
export function presentApiKey({ id, name, programs, verbs, createdAt, revokedAt }: ApiKeyToPresent): ApiKeyView {
  return {
    id,
    name,
    programs: [...programs],
    verbs: [...verbs],
    createdAt: formatInstant(createdAt),
    revokedAt: formatOptionalInstant(revokedAt),
  };
}

/** Body of `POST /api/api-keys`. */
export const newApiKeySchema = z
  .strictObject({
    name: lineSchema.max(100).describe('What it is for.'),
    programs: z
      .array(z.union([z.literal('*'), programIdSchema]).describe('A program, or * for all.'))
      .min(1)
      .max(200)
      .describe('Programs it may speak for.'),
    verbs: verbsSchema,
  })
  .meta({ id: 'NewApiKey', description: 'A key to make.' });
export type NewApiKey = z.infer<typeof newApiKeySchema>;

/** Reply to `POST /api/api-keys`. */
export const createdApiKeySchema = z
  .object({
    id: idSchema.describe('Id of the key.'),
    key: apiKeyViewSchema.describe('The key as it is listed.'),
    secret: z.string().describe('Shown this once; only its hash is stored.'),
  })
  .meta({ id: 'CreatedApiKey', description: 'A key just made, with its secret.' });
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

/** Body of `POST /api/api-keys/:id/revoke` and of other acts that need a reason. */
export const reasonBodySchema = z
  .strictObject({ reason: z.string().min(10).max(1000).describe('Why, in at least ten characters.') })
  .meta({ id: 'Reason', description: 'Why something is done.' });

/** The same where a reason may be left out. */
export const optionalReasonBodySchema = z
  .strictObject({
    reason: z.string().min(1).max(1000).exactOptional().describe('Why, where there is something to say.'),
  })
  .meta({ id: 'OptionalReason', description: 'Why something is done, or nothing.' });
