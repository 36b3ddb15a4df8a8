import { z } from 'zod';
import { idSchema, instantSchema, lineSchema } from '../http/primitives.ts';

/** An extension attribute: the specification knows booleans, integers and strings; null counts as absent. */
const extensionSchema = z
  .union([z.string().max(2000), z.int(), z.boolean(), z.null()])
  .describe('Extension attribute; accepted and kept with the event, not interpreted.');

/** The attributes of CloudEvents 1.0 that are given a meaning here, and `data` as sent. */
export const envelopeSchema = z
  .object({
    specversion: z.literal('1.0').describe('Version of CloudEvents.'),
    id: idSchema.describe('Identity of the event within its source and program.'),
    source: idSchema.describe('Who sends it: a URI reference.'),
    type: z.string().min(1).max(100).describe('Type of the event.'),
    time: instantSchema.describe('When it happened; at most 5 minutes ahead.'),
    datacontenttype: z
      .string()
      .regex(/^application\/([a-z0-9.-]+\+)?json\s*(;.*)?$/i, 'must be JSON')
      .exactOptional()
      .describe('Media type of data; only JSON is taken.'),
    dataschema: lineSchema.exactOptional().describe('Schema of data, by the sender’s word; not interpreted.'),
    subject: lineSchema.exactOptional().describe('What the event is about, by the sender’s word; not interpreted.'),
    data: z.unknown().describe('What happened, by type.'),
  })
  .catchall(extensionSchema);

/** Names that CloudEvents allows for attributes; anything else in an envelope is an unknown field. */
export const ATTRIBUTE_NAME = /^[a-z0-9]{1,64}$/;
