import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';

/** Who did it: the name of today, or the kind and the id where nobody knows one any more. */
export function nameActor({ kind, id, name }: AuditEventView['actor'], t: (key: string) => string): string {
  if (kind === 'system') return `${t('audit.kinds.system')} (${name ?? id})`;
  if (kind === 'anonymous') return t('audit.kinds.anonymous');
  return name ?? `${t(`audit.kinds.${kind}`)} ${id}`;
}
