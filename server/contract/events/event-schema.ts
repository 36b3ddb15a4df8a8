import { z } from 'zod';
import { EVENT_DATA_SCHEMAS, EVENT_TYPES } from './event-data.ts';
import { envelopeSchema } from './envelope.ts';

/** `redress.order.paid` → `OrderPaid`. */
function nameOf(type: string): string {
  return type
    .split(/[._]/)
    .slice(1)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

const kinds = EVENT_TYPES.map((type) => ({
  type,
  data: EVENT_DATA_SCHEMAS[type].meta({ id: `${nameOf(type)}Data`, description: `Data of a ${type} event.` }),
}));

const variants = kinds.map(({ type, data }) =>
  envelopeSchema
    .extend({ type: z.literal(type).describe('Type of the event.'), data })
    .meta({ id: `${nameOf(type)}Event`, description: `A ${type} event in CloudEvents’ JSON form.` }),
);

/** Any domain event in CloudEvents' JSON form, for the documentation; decoding goes by type, which tells better what is wrong. */
export const eventSchema = z.union(variants).meta({ id: 'DomainEvent', description: 'A domain event, by type.' });

/** A batch of events. */
export const eventBatchSchema = z
  .array(eventSchema)
  .max(1000)
  .meta({ id: 'DomainEventBatch', description: 'At most 1,000 events.' });

/** Data of any event, as the body of binary mode. */
export const eventDataSchema = z.union(kinds.map(({ data }) => data)).meta({
  id: 'DomainEventData',
  description: 'Data of an event, by its ce-type; its attributes travel in ce- headers.',
});
