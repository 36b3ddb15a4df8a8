import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';

/** One value that an event changed; undefined where there was or is none. */
export interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Values that differ between before and after, by name. */
export function listChanges({ before, after }: Pick<AuditEventView, 'before' | 'after'>): readonly Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].toSorted();
  return names
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** A value of an event as text. */
export function showChange(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

/** Whether a value of an event is an instant (epoch ms), as its name says. */
export function isInstant(name: string, value: unknown): value is number {
  return typeof value === 'number' && value > 1e11 && /(?:At|From|Until)$/u.test(name);
}

/** Page of the admin that shows what an event is about, where there is one. */
export function linkSubject({ type, id }: AuditEventView['subject']): string | null {
  const at = encodeURIComponent(id);
  const pages: Readonly<Record<string, string>> = {
    case: `/cases/${at}/show`,
    decision: `/decisions/${at}/show`,
    payout: `/payouts/${at}/show`,
    policy: `/policies/${at}/show`,
    policy_version: `/policy-versions/${at}/show`,
    user: `/users/${at}/show`,
  };
  // A list that was read is a subject without a page.
  return id === 'list' ? null : (pages[type] ?? null);
}
