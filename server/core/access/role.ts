/** What a person may be here. Nobody has all rights: no role is a way round the others. */
export const ROLES = [
  'admin',
  'policy_owner',
  'policy_approver',
  'legal_owner',
  'reviewer',
  'auditor',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Stands for every program, those to come included. */
export const ALL_PROGRAMS = '*';

/** One role of a person and the programs it holds for; `['*']` is all of them. */
export interface Grant {
  readonly role: Role;
  readonly programs: readonly string[];
}
