import { FLOOR_POLICY } from '../policies/policy-version.ts';
import type { AccessRule, Action, Subject } from './permission.ts';
import { ALL_PROGRAMS } from './role.ts';
import type { Grant, Role } from './role.ts';

/**
 * Where a right holds: in the grant's programs, there and on the statutory floor, there but never on the floor, or on
 * the floor alone.
 */
type Reach = 'programs' | 'with_floor' | 'without_floor' | 'floor';

interface Right {
  readonly actions: readonly Action[];
  readonly subject: Subject;
  readonly reach?: Reach;
}

const CASES: readonly Right[] = [
  { actions: ['read', 'export', 'evaluate'], subject: 'case' },
  { actions: ['read', 'export', 'replay'], subject: 'decision' },
  { actions: ['read'], subject: 'customer' },
];
const MONEY: readonly Right[] = (['wallet', 'entry', 'payout'] as const).map((subject) => ({
  actions: ['read', 'export'],
  subject,
}));
const SEE_POLICIES: Right = { actions: ['read'], subject: 'policy', reach: 'with_floor' };

/** Who may do what; `read customer` is to learn who a customer is, which the operator need not: the one table that every route, every use case and the admin go by. */
const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  admin: [
    SEE_POLICIES,
    ...CASES,
    ...MONEY,
    { actions: ['confirm_emergency'], subject: 'policy' },
    { actions: ['read'], subject: 'audit_event' },
    { actions: ['read'], subject: 'policy_audit', reach: 'with_floor' },
    { actions: ['read'], subject: 'operation' },
    { actions: ['read', 'create', 'update'], subject: 'user' },
    { actions: ['read', 'create', 'revoke'], subject: 'api_key' },
  ],
  policy_owner: [
    SEE_POLICIES,
    ...CASES,
    ...MONEY,
    { actions: ['edit', 'roll_back'], subject: 'policy', reach: 'without_floor' },
    { actions: ['evaluate'], subject: 'policy', reach: 'with_floor' },
    { actions: ['read'], subject: 'policy_audit' },
  ],
  policy_approver: [
    SEE_POLICIES,
    ...CASES,
    { actions: ['approve'], subject: 'policy' },
    { actions: ['evaluate'], subject: 'policy', reach: 'with_floor' },
    { actions: ['read'], subject: 'policy_audit' },
  ],
  legal_owner: [
    SEE_POLICIES,
    ...CASES,
    { actions: ['edit', 'roll_back'], subject: 'policy', reach: 'floor' },
    { actions: ['request_emergency', 'evaluate'], subject: 'policy', reach: 'with_floor' },
    { actions: ['read'], subject: 'policy_audit', reach: 'floor' },
  ],
  reviewer: [SEE_POLICIES, ...CASES, ...MONEY],
  auditor: [
    SEE_POLICIES,
    ...CASES,
    ...MONEY,
    { actions: ['read', 'export'], subject: 'audit_event' },
    { actions: ['read', 'export'], subject: 'policy_audit', reach: 'with_floor' },
    { actions: ['read'], subject: 'operation' },
    { actions: ['read'], subject: 'user' },
    { actions: ['read'], subject: 'api_key' },
  ],
  operator: [
    SEE_POLICIES,
    ...(['case', 'decision', 'wallet', 'entry', 'payout'] as const).map((subject): Right => ({
      actions: ['read'],
      subject,
    })),
    { actions: ['read', 'replay'], subject: 'operation' },
  ],
};

/** What these grants allow, as CASL rules; whoever has signed in may also look after themselves. */
export function rulesFor(grants: readonly Grant[]): AccessRule[] {
  const rules = grants.flatMap(({ role, programs }) => RIGHTS[role].map((right) => toRule(right, programs)));
  return [...rules.filter((rule) => rule !== null), { action: ['read', 'update'], subject: 'self' }];
}

/** Null where the reach leaves no program over. */
function toRule({ actions, subject, reach = 'programs' }: Right, programs: readonly string[]): AccessRule | null {
  const rule = { action: [...actions], subject };
  if (reach === 'floor') return { ...rule, conditions: { program: { $in: [FLOOR_POLICY] } } };
  if (programs.includes(ALL_PROGRAMS))
    return reach === 'without_floor' ? { ...rule, conditions: { program: { $ne: FLOOR_POLICY } } } : rule;
  const reached = programs.filter((program) => reach !== 'without_floor' || program !== FLOOR_POLICY);
  if (reached.length === 0) return null;
  const named = reach === 'with_floor' ? [...new Set([...reached, FLOOR_POLICY])] : reached;
  return { ...rule, conditions: { program: { $in: named } } };
}
