/**
 * What can be done. `edit` is the whole life of a draft up to submission and withdrawal, `approve` includes to reject;
 * the two halves of an emergency rollback are two actions, so that they need two people.
 */
export const ACTIONS = [
  'read',
  'export',
  'create',
  'update',
  'revoke',
  'replay',
  'evaluate',
  'erase',
  'edit',
  'approve',
  'roll_back',
  'request_emergency',
  'confirm_emergency',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * What it is done to. `audit_event` is every audit event, `policy_audit` those about policies alone; `operation` is
 * what could not be processed; `self` is one's own session and profile.
 */
export const SUBJECTS = [
  'policy',
  'case',
  'decision',
  'wallet',
  'entry',
  'payout',
  'audit_event',
  'policy_audit',
  'operation',
  'user',
  'api_key',
  'customer',
  'event',
  'claim',
  'provider',
  'self',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a route asks of a person. */
export interface Permission {
  readonly action: Action;
  readonly subject: Subject;
}

/**
 * One thing that is allowed, in the raw form of CASL rules, so that `createMongoAbility` reads it as it is. Without
 * conditions it holds for every program.
 */
export interface AccessRule {
  readonly action: Action[];
  readonly subject: Subject;
  readonly conditions?: { readonly program: { readonly $in: string[] } | { readonly $ne: string } };
}
