import type { z } from 'zod';
import { accountStatusChangedSchema, customerUpdatedSchema } from './customer-events.ts';
import {
  generationBlockedSchema,
  generationChargedSchema,
  generationDeliveredSchema,
  generationFailedSchema,
  generationSucceededSchema,
} from './generation-events.ts';
import {
  creditsGrantedSchema,
  orderPaidSchema,
  orderPaymentErrorSchema,
  orderRefundedExternallySchema,
} from './order-events.ts';
import { disputeClosedSchema, disputeOpenedSchema, incidentSchema } from './program-events.ts';

/** Data of every type of domain event. */
export const EVENT_DATA_SCHEMAS = {
  'redress.customer.updated': customerUpdatedSchema,
  'redress.account.status_changed': accountStatusChangedSchema,
  'redress.order.paid': orderPaidSchema,
  'redress.order.payment_error': orderPaymentErrorSchema,
  'redress.order.refunded_externally': orderRefundedExternallySchema,
  'redress.credits.granted': creditsGrantedSchema,
  'redress.generation.charged': generationChargedSchema,
  'redress.generation.succeeded': generationSucceededSchema,
  'redress.generation.failed': generationFailedSchema,
  'redress.generation.delivered': generationDeliveredSchema,
  'redress.generation.blocked': generationBlockedSchema,
  'redress.incident.opened': incidentSchema,
  'redress.incident.closed': incidentSchema,
  'redress.dispute.opened': disputeOpenedSchema,
  'redress.dispute.closed': disputeClosedSchema,
} as const;

/** Type of a domain event, as CloudEvents' `type`. */
export type EventType = keyof typeof EVENT_DATA_SCHEMAS;

/** All types of domain events. */
export const EVENT_TYPES = Object.keys(EVENT_DATA_SCHEMAS) as EventType[];

/** Decoded data of one type of domain event: instants are epoch ms, defaults are filled in. */
export type EventDataOf<T extends EventType> = z.output<(typeof EVENT_DATA_SCHEMAS)[T]>;

/** Whether a text is a type of domain event. */
export function checkEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_DATA_SCHEMAS, type);
}
