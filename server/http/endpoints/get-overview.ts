import { z } from 'zod';
import { overviewViewSchema } from '../../contract/http/overview-view.ts';
import { programIdSchema } from '../../contract/http/primitives.ts';
import { narrowFilter } from '../access/caller.ts';
import { decodeQuery } from '../decode/decode-query.ts';
import { defineEndpoint } from '../define-endpoint.ts';

const query = {
  days: z
    .string()
    .regex(/^[0-9]{1,3}$/, 'must be a whole number')
    .transform(Number)
    .refine((days) => days >= 1 && days <= 366, 'must be 1 to 366')
    .default(30)
    .describe('UTC days to look back on, today included: 1 to 366.'),
  program: programIdSchema.optional().describe('One program; default: all that the person may see.'),
};

export const getOverview = defineEndpoint({
  name: 'getOverview',
  method: 'get',
  path: '/api/overview',
  tag: 'Screens',
  summary: 'Read what came in, what came of it and what it cost.',
  verb: 'cases:read',
  permission: { action: 'read', subject: 'case' },
  params: {},
  query,
  status: 200,
  reply: overviewViewSchema,
  scope: { kind: 'filtered' },
  errors: [],
  handle: async ({ search, caller, useCases }) => {
    const { days, program } = decodeQuery(query, search);
    const filter = narrowFilter(caller, program === undefined ? {} : { program });
    const programs = filter === null ? [] : filter['program'];
    return {
      body: await useCases.getOverview({
        days,
        programs: programs === undefined ? null : [programs].flat().map(String),
      }),
    };
  },
});
