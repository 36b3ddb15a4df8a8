/** What a claim can be about. */
export const SUBJECT_TYPES = ['order', 'generation', 'wallet'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** Why the customer claims. */
export const CLAIM_REASONS = [
  'failed_generation',
  'moderation_rejection',
  'poor_quality',
  'faulty',
  'not_as_described',
  'unused_credits',
  'duplicate_charge',
  'unauthorised_purchase',
  'service_outage',
  'balance_dispute',
  'account_closure',
  'legal_withdrawal',
  'other',
] as const;
export type ClaimReason = (typeof CLAIM_REASONS)[number];

/** What is wrong with a result. */
export const CLAIM_ISSUES = [
  'no_resemblance',
  'wrong_style',
  'broken_anatomy',
  'guideline_violation',
  'unusable',
  'subjective',
  'other',
] as const;
export type ClaimIssue = (typeof CLAIM_ISSUES)[number];

/** What the customer asks for. */
export const REQUESTED_REMEDIES = ['cash', 'credits'] as const;
export type RequestedRemedy = (typeof REQUESTED_REMEDIES)[number];

/** The way a claim came in. */
export const CLAIM_CHANNELS = ['api', 'email', 'web_support', 'in_app'] as const;
export type ClaimChannel = (typeof CLAIM_CHANNELS)[number];

/** The free-text fields that a claim may carry; the texts live in `personal`, only their names elsewhere. */
export const CLAIM_FIELDS = [
  'email',
  'project',
  'approximateTime',
  'action',
  'expectation',
  'transactionDate',
  'amount',
  'description',
  'phone',
  'paymentTime',
  'orderId',
  'generationId',
  'details',
  'reason',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** What a piece of evidence is; the reference itself lives in `personal`. */
export const EVIDENCE_KINDS = ['output_reference', 'link', 'file'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a case stands. */
export const CASE_STATUSES = ['awaiting_customer', 'in_review', 'settling', 'closed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
