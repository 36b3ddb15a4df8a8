import { z } from 'zod';
import { lookupHitSchema } from '../../contract/http/lookup-view.ts';
import type { LookupHit } from '../../contract/http/lookup-view.ts';
import { longIdSchema } from '../../contract/http/primitives.ts';
import { decodeQuery } from '../decode/decode-query.ts';
import { defineEndpoint } from '../define-endpoint.ts';
import type { ReadNote } from '../define-endpoint.ts';

/** The longest list of ids that is noted, in characters. */
const MAX_NOTE = 1_000;

const query = { q: longIdSchema.describe('An id, a digest or the beginning of one, or a policy with a version.') };

/** What was found is noted by its ids; what was typed may be anything, and is not. */
function noteHits(hits: readonly LookupHit[]): ReadNote | null {
  if (hits.length === 0) return null;
  const found = hits.map(({ type, id }) => `${type} ${id}`).join(', ');
  return { type: 'lookup', id: 'list', detail: { found: found.slice(0, MAX_NOTE), rows: hits.length } };
}

export const lookUp = defineEndpoint({
  name: 'lookUp',
  method: 'get',
  path: '/api/lookup',
  tag: 'Screens',
  summary: 'Find what an id or a digest names.',
  verb: null,
  permission: { action: 'read', subject: 'self' },
  params: {},
  query,
  status: 200,
  reply: z.array(lookupHitSchema),
  scope: { kind: 'none' },
  errors: [],
  noteRead: (_input, hits) => noteHits(hits),
  handle: async ({ search, actor, useCases }) => ({ body: await useCases.lookUp(decodeQuery(query, search).q, actor) }),
});
