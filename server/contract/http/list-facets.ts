import { z } from 'zod';
import { USER_STATUSES } from '../../core/access/profile.ts';
import { ROLES } from '../../core/access/role.ts';
import { CASE_STATUSES, SUBJECT_TYPES } from '../../core/cases/claim.ts';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { ENTRY_KINDS } from '../../core/ledger/entry.ts';
import { PAYOUT_STATUSES } from '../../core/payouts/payout.ts';
import { VERSION_STATUSES } from '../../core/policies/draft.ts';
import { EVENT_TYPES } from '../events/event-data.ts';
import { PROVIDERS } from '../events/order-events.ts';
import { ACTOR_KINDS } from './audit-event-view.ts';
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
  eventStatus: z.enum(['waiting', 'rejected', 'attention']),
  eventType: z.enum(EVENT_TYPES),
  count: z.int().min(0).describe('A whole number.'),
  role: z.enum(ROLES).describe('A role.'),
  versionStatus: z.enum(VERSION_STATUSES).describe('Where a policy version stands.'),
  userStatus: z.enum(USER_STATUSES).describe('Whether somebody may sign in.'),
  keyState: z.enum(['in_force', 'revoked']).describe('Whether a key still opens anything.'),
  actorKind: z.enum(ACTOR_KINDS).describe('What kind of actor.'),
} as const satisfies Record<string, z.ZodType>;

/** Name of one of {@link FACETS}. */
export type Facet = keyof typeof FACETS;
