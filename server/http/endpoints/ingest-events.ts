import { eventReplySchema } from '../../contract/http/replies.ts';
import { eventsBody } from '../decode/events-body.ts';
import { sortEvents } from '../decode/sort-events.ts';
import { defineEndpoint } from '../define-endpoint.ts';

export const ingestEvents = defineEndpoint({
  name: 'ingestEvents',
  method: 'post',
  path: '/api/events',
  tag: 'Events',
  summary: 'Send domain events.',
  description:
    'CloudEvents 1.0 in structured, batch or binary mode. Identity is program, source and id: the same body again changes nothing. Events may arrive out of order; what names something not yet seen waits. In a batch each event has its own result; an event sent alone that does not fit is refused as a whole.',
  verb: 'events:write',
  permission: { action: 'create', subject: 'event' },
  params: {},
  body: eventsBody,
  idempotency: 'beside',
  status: 200,
  reply: eventReplySchema,
  scope: { kind: 'each' },
  errors: ['FORBIDDEN'],
  handle: async ({ body, caller, actor, useCases }) => {
    const { events, invalid, refused } = sortEvents(body, caller);
    const reply = await useCases.ingestEvents(events, invalid, actor);
    if (refused.length === 0) return { body: reply };
    return { body: { ...reply, rejected: [...reply.rejected, ...refused].toSorted((a, b) => a.index - b.index) } };
  },
});
