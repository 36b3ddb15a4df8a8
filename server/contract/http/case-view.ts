import { z } from 'zod';
import {
  CASE_STATUSES,
  CLAIM_CHANNELS,
  CLAIM_FIELDS,
  CLAIM_ISSUES,
  CLAIM_REASONS,
  EVIDENCE_KINDS,
  REQUESTED_REMEDIES,
  SUBJECT_TYPES,
} from '../../core/cases/claim.ts';
import type { Case, CaseEffect } from '../../core/cases/case.ts';
import { EFFECT_STATES } from '../../core/cases/case.ts';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import { formatInstant } from './instant.ts';
import { codeSchema, idSchema, instantTextSchema, programIdSchema } from './primitives.ts';

/** Kinds of effect that a decision can promise. */
const EFFECT_KINDS = [
  'credit_restore',
  'courtesy_credit',
  'cash_refund',
  'credit_hold',
  'credit_forfeit',
  'account_action',
] as const;

/** Why a closed case is closed. */
const CASE_CLOSURES = ['decided', 'superseded', 'already_paid'] as const;

const subjectSchema = z
  .object({
    type: z.enum(SUBJECT_TYPES).describe('What kind of thing the claim is about.'),
    id: idSchema.describe('Id of that thing.'),
  })
  .describe('What the claim is about.');

const claimSchema = z
  .object({
    automatic: z.boolean().describe('Whether the service filed it on a failure event.'),
    reason: z.enum(CLAIM_REASONS).describe('Why the customer claims.'),
    issue: z.enum(CLAIM_ISSUES).describe('What is wrong with the result.'),
    remedy: z.enum(REQUESTED_REMEDIES).describe('What the customer asks for.'),
    channel: z.enum(CLAIM_CHANNELS).describe('The way the claim came in.'),
    sentAt: instantTextSchema.describe('When the customer sent it; windows are counted to it.'),
    receivedAt: instantTextSchema.describe('When it was received; versions and clocks go by it.'),
    fields: z
      .array(z.enum(CLAIM_FIELDS).describe('Name of a field.'))
      .describe('Names of the fields that were filled; the words themselves are kept apart.'),
    evidence: z
      .array(z.enum(EVIDENCE_KINDS).describe('Kind of a piece of evidence.'))
      .describe('Kinds of the evidence that came.'),
    locale: z.string().nullable().describe('Language asked for, or null.'),
  })
  .describe('The claim as filed, without the customer’s words.');

/** A case as the contract shows it. */
export const caseViewSchema = z
  .object({
    id: idSchema.describe('Id of the case.'),
    program: programIdSchema,
    customerId: idSchema.describe('Customer who claims.'),
    status: z.enum(CASE_STATUSES).describe('Where the case stands.'),
    claim: claimSchema,
    subject: subjectSchema,
    openedAt: instantTextSchema.describe('When the case was opened.'),
    updatedAt: instantTextSchema.describe('When it last changed.'),
    decisionId: idSchema.describe('Its latest decision.'),
    disposition: z.enum(DISPOSITIONS).describe('Outcome of the latest decision.'),
    reasonCode: codeSchema.describe('Reason of the latest decision.'),
    queue: z
      .string()
      .nullable()
      .describe(
        'Queue of its own in which it waits for a person: the one that the deciding rule names, or payouts where a refund could not be paid. Null for the general review queue, and where it waits for nobody (see status).',
      ),
    effects: z
      .array(
        z
          .object({
            kind: z.enum(EFFECT_KINDS).describe('What is done.'),
            state: z.enum(EFFECT_STATES).describe('How far that is.'),
            stuck: z
              .object({
                code: codeSchema.describe('Why it was given up, for example PROVIDER_NOT_CONFIGURED.'),
                deadLetterId: idSchema.describe('Row of /api/dead-letters that is to be replayed once that is mended.'),
              })
              .nullable()
              .describe('Set where the work was given up and waits for an operator; null otherwise.'),
          })
          .describe('One effect.'),
      )
      .describe('What its decisions promised, and how far each is.'),
    closure: z.enum(CASE_CLOSURES).nullable().describe('Why it is closed, or null.'),
    supersededBy: z.string().nullable().describe('Case that took its place, or null.'),
    duplicateOfCaseId: z
      .string()
      .nullable()
      .describe('Open case about the same thing that waits for a person and answers this one, or null.'),
  })
  .meta({ id: 'Case', description: 'The record opened to settle one claim.' });

/** A case as the contract shows it; instants are ISO text. */
export type CaseView = z.infer<typeof caseViewSchema>;

/** Work about a decision or a payout that was given up. */
export interface StuckWork {
  readonly id: string;
  readonly ref: string;
  readonly code: string;
}

/** What dead letters about a case would name: decisions and payouts of which something may still be to do. */
export function listWorkRefs({ effects }: Case): string[] {
  return effects.flatMap(workRefsOf);
}

/** A payout's id is its effect's key, and it is under way once its promise is posted; until then the work is the decision's. */
function workRefsOf({ kind, state, key, decisionId }: CaseEffect): string[] {
  if (state === 'reserved') return [key, decisionId];
  return kind === 'cash_refund' && state === 'posted' ? [key] : [];
}

/** Shows a case, and what of it was given up. Holds no personal data, since the record itself has none. */
export function presentCase(source: Case, givenUp: readonly StuckWork[] = []): CaseView {
  const { claim } = source;
  return {
    id: source.id,
    program: source.program,
    customerId: source.customerId,
    status: source.status,
    claim: {
      automatic: claim.automatic,
      reason: claim.reason,
      issue: claim.issue,
      remedy: claim.remedy,
      channel: claim.channel,
      sentAt: formatInstant(claim.sentAt),
      receivedAt: formatInstant(claim.receivedAt),
      fields: CLAIM_FIELDS.filter((field) => claim.fields.includes(field)),
      evidence: [...claim.evidence],
      locale: claim.locale ?? null,
    },
    subject: { type: claim.subject.type, id: claim.subject.id },
    openedAt: formatInstant(source.openedAt),
    updatedAt: formatInstant(source.updatedAt),
    decisionId: source.decisionId,
    disposition: source.disposition,
    reasonCode: source.reasonCode,
    queue: source.queue ?? null,
    effects: source.effects.map((effect) => ({
      kind: effect.kind,
      state: effect.state,
      stuck: presentStuck(effect, givenUp),
    })),
    closure: source.closure ?? null,
    supersededBy: source.supersededBy ?? null,
    duplicateOfCaseId: source.duplicateOfCaseId ?? null,
  };
}

function presentStuck(effect: CaseEffect, givenUp: readonly StuckWork[]): CaseView['effects'][number]['stuck'] {
  const refs = workRefsOf(effect);
  const work = givenUp.find(({ ref }) => refs.includes(ref));
  return work === undefined ? null : { code: work.code, deadLetterId: work.id };
}
