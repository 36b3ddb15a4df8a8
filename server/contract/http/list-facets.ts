import { z } from 'zod';
import { CASE_STATUSES, SUBJECT_TYPES } from '../../core/cases/claim.ts';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { ENTRY_KINDS } from '../../core/ledger/entry.ts';
import { PAYOUT_STATUSES } from '../../core/payouts/payout.ts';
import { EVENT_TYPES } from '../events/event-data.ts';
import { PROVIDERS } from '../events/order-events.ts';
import { codeSchema, idSchema, instantSchema, longIdSchema, programIdSchema } from './primitives.ts';

/** Kinds of value that a list can be filtered by. */
export const FACETS = {
  id: longIdSchema,
  name: idSchema,
  program: programIdSchema,
  code: codeSchema,
  instant: instantSchema,
  caseStatus: z.enum(CASE_STATUSES),
  subjectType: z.enum(SUBJECT_TYPES),
  disposition: z.enum(DISPOSITIONS),
  entryKind: z.enum(ENTRY_KINDS),
  payoutStatus: z.enum(PAYOUT_STATUSES),
  provider: z.enum(PROVIDERS),
  topic: z.enum(['outcome', 'payout']),
  eventStatus: z.enum(['waiting', 'rejected']),
  eventType: z.enum(EVENT_TYPES),
} as const satisfies Record<string, z.ZodType>;

/** Name of one of {@link FACETS}. */
export type Facet = keyof typeof FACETS;
