/** Kinds of thing that audit events about policies are about: what policy owners and approvers may read of the audit. */
export const POLICY_SUBJECT_TYPES = ['policy', 'policy_version', 'policy_draft', 'activation'] as const;
