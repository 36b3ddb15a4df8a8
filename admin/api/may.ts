import { useSyncExternalStore } from 'react';
import type { AccessRule, Action, Subject } from '../../server/contract/access.ts';
import { findSession, watchSession } from './session-state.ts';
import type { Session } from './session-state.ts';

/** Whether these rules allow it: in this program, or without one anywhere. The server decides; this only hides what it would refuse. */
export function allows(rules: readonly AccessRule[], action: Action, subject: Subject, program?: string): boolean {
  return rules.some(
    (rule) =>
      rule.subject === subject && rule.action.includes(action) && (program === undefined || reaches(rule, program)),
  );
}

function reaches({ conditions }: AccessRule, program: string): boolean {
  if (conditions === undefined) return true;
  return '$in' in conditions.program ? conditions.program.$in.includes(program) : conditions.program.$ne !== program;
}

/** The session of whoever is signed in, or null. */
export function useSession(): Session | null {
  return useSyncExternalStore(watchSession, findSession);
}

/** Asks {@link allows} for whoever is signed in. */
export function useMay(): (action: Action, subject: Subject, program?: string) => boolean {
  const session = useSession();
  return (action, subject, program) => allows(session?.permissions ?? [], action, subject, program);
}

/** Roles of whoever is signed in, each once. */
export function useRoles(): readonly string[] {
  const session = useSession();
  return [...new Set(session?.user.grants.map(({ role }) => role) ?? [])];
}
