import { z } from 'zod';
import { currencySchema } from '../http/currency.ts';
import {
  amountMinorSchema,
  creditsSchema,
  emailSchema,
  idSchema,
  instantSchema,
  MAX_AMOUNT_MINOR,
  positiveCreditsSchema,
  programIdSchema,
} from '../http/primitives.ts';

/** Payment providers that an order can be paid through. */
export const PROVIDERS = ['stripe', 'paddle', 'polar', 'alipay', 'wechatpay', 'sandbox'] as const;

const GRANT_SOURCES = ['bonus', 'trial', 'promotion', 'referral', 'subscription'] as const;

const orderId = idSchema.describe('Order, by the program’s own id.');

/** `redress.order.paid`: makes a cashable lot named after the order. */
export const orderPaidSchema = z.strictObject({
  program: programIdSchema,
  orderId,
  customerId: idSchema.describe('Customer who bought.'),
  walletId: idSchema.describe('Wallet that the credits go to.'),
  sku: idSchema.describe('What was bought.'),
  credits: creditsSchema.describe('Credits bought.'),
  amountMinor: amountMinorSchema.describe('Amount paid, tax included, in minor units.'),
  taxMinor: amountMinorSchema.exactOptional().describe('Tax within the amount, in minor units.'),
  currency: currencySchema,
  provider: z.enum(PROVIDERS).describe('Payment provider that took the money.'),
  paymentRef: idSchema.describe('The provider’s id of the payment, by which it is refunded.'),
  method: idSchema.exactOptional().describe('Means of payment, for example card.'),
  payerEmail: emailSchema.exactOptional().describe('Address that the payer gave to the provider; kept encrypted.'),
  withdrawalWaiver: z
    .strictObject({
      textVersion: idSchema.describe('Which wording was accepted.'),
      acceptedAt: instantSchema.describe('When it was accepted.'),
    })
    .exactOptional()
    .describe('Set where the customer gave up the right of withdrawal at purchase.'),
});

/** `redress.order.payment_error`: the processor's word that this order was a fault. */
export const orderPaymentErrorSchema = z.strictObject({
  program: programIdSchema,
  orderId: orderId.describe('Order that was a fault.'),
  errorRef: idSchema.describe('The processor’s id of the error.'),
  duplicateOfOrderId: idSchema.exactOptional().describe('Order that was charged twice by this one.'),
});

/** `redress.order.refunded_externally`: somebody refunded at the provider, past this service. */
export const orderRefundedExternallySchema = z.strictObject({
  program: programIdSchema,
  orderId: orderId.describe('Order that was refunded.'),
  amountMinor: z.int().min(1).max(MAX_AMOUNT_MINOR).describe('Amount refunded, in minor units, above zero.'),
  currency: currencySchema,
  providerRefundId: idSchema.describe('The provider’s id of the refund.'),
});

/** `redress.credits.granted`: makes a lot that is not cashable. */
export const creditsGrantedSchema = z.strictObject({
  program: programIdSchema,
  customerId: idSchema.describe('Customer who is given credits.'),
  walletId: idSchema.describe('Wallet that they go to.'),
  lotId: idSchema.describe('Name of the new lot.'),
  credits: positiveCreditsSchema.describe('Credits granted, above zero.'),
  source: z.enum(GRANT_SOURCES).describe('Why they were granted.'),
});
