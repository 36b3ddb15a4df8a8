import { z } from 'zod';
import { DISPOSITIONS } from '../../core/decisions/decision.ts';
import type { DecisionDraft } from '../../core/decisions/decision.ts';
import { REMEDIES } from '../../core/decisions/remedy.ts';
import { formatInstant } from './instant.ts';
import { codeSchema, idSchema, instantTextSchema, programIdSchema } from './primitives.ts';

/** A policy version as decisions cite it. */
export const versionRefSchema = z
  .object({
    policy: z.string().describe('Policy: a program, or statutory-floor.'),
    number: z.int().describe('Number of the version, counted from 1.'),
    digest: z.string().describe('SHA-256 of the version’s canonical content, in hex.'),
  })
  .meta({ id: 'PolicyVersionRef', description: 'An immutable policy version, by number and digest.' });

const outcomeShape = {
  program: programIdSchema,
  disposition: z.enum(DISPOSITIONS).describe('Outcome.'),
  remedy: z.enum(REMEDIES).nullable().describe('What is granted, or null.'),
  credits: z.int().nullable().describe('Credits granted, or null.'),
  amountMinor: z.int().nullable().describe('Money granted in minor units, or null.'),
  currency: z.string().nullable().describe('Currency of the money, or null.'),
  reasonCode: codeSchema.describe('Why, as a stable code.'),
  clauseIds: z
    .array(z.string().describe('Id of a clause.'))
    .describe('Clauses of the published policy that were carried out.'),
  missing: z
    .array(z.string().describe('Name of a fact, a field or a parameter.'))
    .describe('What was not known and would have been needed, sorted.'),
  policyVersion: versionRefSchema.describe('Version that decided.'),
  floorVersion: versionRefSchema.nullable().describe('Version of the statutory floor beside it, or null.'),
  recordDigest: z.string().describe('SHA-256 of the case record that was decided on, in hex.'),
  decidedAt: instantTextSchema.describe('When it was decided.'),
  message: z
    .object({
      customer: z.string().describe('What the customer may read.'),
      internal: z.string().describe('What staff may read.'),
      locale: z.string().describe('Language of the customer’s text.'),
    })
    .describe('The outcome in words.'),
};

/** A decision as the contract shows it. */
export const decisionViewSchema = z
  .object({
    id: idSchema.describe('Id of the decision.'),
    caseId: idSchema.describe('Case that it settles.'),
    ...outcomeShape,
  })
  .meta({ id: 'Decision', description: 'Immutable record of one adjudication.' });

/** A decision that was only tried: nothing of it is stored. */
export const evaluatedDecisionSchema = z
  .object(outcomeShape)
  .meta({ id: 'EvaluatedDecision', description: 'What would be decided; nothing of it is stored.' });

/** A decision as the contract shows it; instants are ISO text. */
export type DecisionView = z.infer<typeof decisionViewSchema>;

/** A decision without effects, as the contract shows it. */
export type EvaluatedDecisionView = z.infer<typeof evaluatedDecisionSchema>;

/** What {@link presentEvaluation} needs: the draft, and the record’s digest. `decidedAt` is epoch ms. */
export interface DecisionToEvaluate {
  readonly program: string;
  readonly decidedAt: number;
  readonly recordDigest: string;
  readonly decision: DecisionDraft;
}

/** What {@link presentDecision} needs; a stored decision has it. */
export interface DecisionToPresent extends DecisionToEvaluate {
  readonly id: string;
  readonly caseId: string;
}

/** Shows a stored decision. */
export function presentDecision(stored: DecisionToPresent): DecisionView {
  return { id: stored.id, caseId: stored.caseId, ...presentEvaluation(stored) };
}

/** Shows a decision that was only tried. */
export function presentEvaluation({
  program,
  decidedAt,
  recordDigest,
  decision,
}: DecisionToEvaluate): EvaluatedDecisionView {
  return {
    program,
    disposition: decision.disposition,
    remedy: decision.remedy,
    credits: decision.credits,
    amountMinor: decision.amountMinor,
    currency: decision.currency,
    reasonCode: decision.reasonCode,
    clauseIds: [...decision.clauseIds],
    missing: [...decision.missing],
    policyVersion: { ...decision.policyVersion },
    floorVersion: decision.floorVersion === null ? null : { ...decision.floorVersion },
    recordDigest,
    decidedAt: formatInstant(decidedAt),
    message: { ...decision.message },
  };
}
