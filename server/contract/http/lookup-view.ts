import { z } from 'zod';

/** Kinds of thing that can be jumped to. */
const LOOKUP_TYPES = [
  'case',
  'decision',
  'payout',
  'wallet',
  'entry',
  'customer',
  'policy',
  'policy_version',
  'user',
  'api_key',
  'audit_event',
  'rule',
  'parameter',
  'clause',
] as const;

/** One thing that a text names. */
export const lookupHitSchema = z
  .object({
    type: z.enum(LOOKUP_TYPES).describe('What kind of thing it is.'),
    id: z.string().describe('Its id.'),
    program: z.string().nullable().describe('Program or policy that it belongs to, or null.'),
    label: z.string().describe('What to call it in a list.'),
    link: z.string().describe('Where in the admin it is shown.'),
  })
  .meta({ id: 'LookupHit', description: 'Something that an id, a digest or a name leads to.' });

/** One thing that a text names. */
export type LookupHit = z.infer<typeof lookupHitSchema>;
