import { z } from 'zod';
import { PAYOUT_STATUSES } from '../../core/payouts/payout.ts';
import type { Payout } from '../../core/payouts/payout.ts';
import { customerIdOf } from './customer-id.ts';
import { formatInstant, formatOptionalInstant } from './instant.ts';
import { idSchema, instantTextSchema, longIdSchema, programIdSchema } from './primitives.ts';

/** A payout as the contract shows it. */
export const payoutViewSchema = z
  .object({
    id: longIdSchema.describe('Effect key of the refund; also the idempotency key that the provider is given.'),
    program: programIdSchema,
    customerId: idSchema.describe('Customer who is paid.'),
    caseId: idSchema.describe('Case that it settles.'),
    decisionId: idSchema.describe('Decision that ordered it.'),
    orderId: idSchema.describe('Order that is refunded.'),
    provider: z.string().describe('Payment provider that carries it out.'),
    amountMinor: z.int().describe('Amount in minor units.'),
    currency: z.string().describe('Currency as an ISO 4217 code.'),
    status: z.enum(PAYOUT_STATUSES).describe('How far it is.'),
    attempts: z.int().describe('How often it was sent or looked up.'),
    providerRefundId: z.string().nullable().describe('The provider’s id of the refund, or null.'),
    failureCode: z.string().nullable().describe('Why it failed, as the provider’s code, or null.'),
    createdAt: instantTextSchema.describe('When it was ordered.'),
    updatedAt: instantTextSchema.describe('When it last changed.'),
    submittedAt: instantTextSchema.nullable().describe('When the provider took it, or null.'),
    settledAt: instantTextSchema.nullable().describe('When it was settled, or null.'),
  })
  .meta({ id: 'Payout', description: 'One cash refund on its way to the customer.' });

/** A payout as the contract shows it; instants are ISO text. */
export type PayoutView = z.infer<typeof payoutViewSchema>;

/** Shows a payout. */
export function presentPayout(payout: Payout): PayoutView {
  return {
    id: payout.id,
    program: payout.program,
    customerId: customerIdOf(payout.customerKey),
    caseId: payout.caseId,
    decisionId: payout.decisionId,
    orderId: payout.orderId,
    provider: payout.provider,
    amountMinor: payout.amountMinor,
    currency: payout.currency,
    status: payout.status,
    attempts: payout.attempts,
    providerRefundId: payout.providerRefundId ?? null,
    failureCode: payout.failureCode ?? null,
    createdAt: formatInstant(payout.createdAt),
    updatedAt: formatInstant(payout.updatedAt),
    submittedAt: formatOptionalInstant(payout.submittedAt),
    settledAt: formatOptionalInstant(payout.settledAt),
  };
}
