import { z } from 'zod';
import { idSchema, programIdSchema } from '../http/primitives.ts';

/** `redress.incident.opened` and `redress.incident.closed`: an outage of the whole program. */
export const incidentSchema = z.strictObject({
  program: programIdSchema,
  incidentId: idSchema.describe('Incident, by the program’s own id.'),
  severity: z.enum(['complete', 'partial']).describe('Whether nothing works, or not everything.'),
  remedyOffered: z.boolean().exactOptional().describe('Whether the program has offered something in return.'),
});

/** `redress.dispute.opened`: a chargeback or a case at the provider. */
export const disputeOpenedSchema = z.strictObject({
  program: programIdSchema,
  disputeId: idSchema.describe('Dispute, by the provider’s id.'),
  orderId: idSchema.describe('Order that is disputed.'),
});

/** `redress.dispute.closed`. */
export const disputeClosedSchema = z.strictObject({
  program: programIdSchema,
  disputeId: idSchema.describe('Dispute, by the provider’s id.'),
  orderId: idSchema.describe('Order that was disputed.'),
  outcome: z.enum(['won', 'lost']).describe('How it ended for the program.'),
});
