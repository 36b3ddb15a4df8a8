import { z } from 'zod';
import { FAILURE_CLASSES } from '../../core/customers/customer-file.ts';
import { creditsSchema, idSchema, lineSchema, programIdSchema } from '../http/primitives.ts';

const PLATFORMS = ['ios', 'android', 'web'] as const;
const SURFACES = ['single', 'batch_editor', 'product_catalog_editor'] as const;
const DELIVERY_STATES = ['generated', 'saved', 'exported', 'downloaded', 'delivered'] as const;

const generationId = idSchema.describe('Generation, by the program’s own id.');

/** `redress.generation.charged`. */
export const generationChargedSchema = z.strictObject({
  program: programIdSchema,
  generationId,
  customerId: idSchema.describe('Customer whose wallet is charged.'),
  walletId: idSchema.describe('Wallet that is charged.'),
  actorId: idSchema.exactOptional().describe('Who started it; the same as customerId where the holder did.'),
  feature: idSchema.describe('What was used.'),
  platform: z.enum(PLATFORMS).exactOptional().describe('Where it was used.'),
  surface: z.enum(SURFACES).default('single').describe('Which part of the product it was started from.'),
  credits: creditsSchema.describe('Credits charged.'),
  quotedCredits: creditsSchema.exactOptional().describe('Credits that were announced beforehand.'),
  requestedStyle: lineSchema.exactOptional().describe('Style that was asked for.'),
});

/** `redress.generation.succeeded`. */
export const generationSucceededSchema = z.strictObject({
  program: programIdSchema,
  generationId,
  deliverables: z
    .array(lineSchema.describe('Name of one deliverable.'))
    .max(200)
    .exactOptional()
    .describe('What was made.'),
  deliveredStyle: lineSchema.exactOptional().describe('Style that came out.'),
  unusableScore: z.int().min(0).max(100).exactOptional().describe('How unusable the result was judged, 0 to 100.'),
  guidelineViolation: z.boolean().exactOptional().describe('Whether the result breaks the program’s own guidelines.'),
});

/** `redress.generation.failed`. */
export const generationFailedSchema = z.strictObject({
  program: programIdSchema,
  generationId,
  failure: z
    .strictObject({
      class: z.enum(FAILURE_CLASSES).describe('What kind of failure it was.'),
      source: idSchema.describe('Who failed: app, or the name of a provider.'),
      confirmedBy: z
        .array(z.enum(['app', 'provider']).describe('One side.'))
        .max(2)
        .describe('Who confirms that it failed.'),
      reason: z.string().max(2000).exactOptional().describe('What the failing side said; kept encrypted.'),
    })
    .describe('What failed, and on whose word.'),
});

/** `redress.generation.delivered`. */
export const generationDeliveredSchema = z.strictObject({
  program: programIdSchema,
  generationId,
  how: z.enum(DELIVERY_STATES).describe('How far the result has come to the customer.'),
});

/** `redress.generation.blocked`: stopped before any charge, by moderation, or so that a charge that was refused for now is not made later. */
export const generationBlockedSchema = z.strictObject({
  program: programIdSchema,
  generationId,
  customerId: idSchema.describe('Customer who started it.'),
  walletId: idSchema.describe('Wallet that would have been charged.'),
  feature: idSchema.describe('What would have been used.'),
});
