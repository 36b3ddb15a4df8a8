import type { AuditEventView } from '../../server/contract/http/audit-event-view.ts';
import { SENTENCES } from '../../server/contract/sentences.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What of an event says what was done. */
export type DoneParts = Pick<AuditEventView, 'action' | 'subject' | 'detail'>;

/** Whether somebody looked at a list, or searched, rather than at one thing. */
export function isListRead({ action, subject }: Pick<DoneParts, 'action' | 'subject'>): boolean {
  return action.endsWith('.read') && subject.id === 'list';
}

/** What an audit event says was done; an action without words is read out as it is. */
export function wordAction({ action, subject, detail }: DoneParts, t: Translate, locale: string): string {
  const policy = SENTENCES.audit(action);
  const done = t(`audit.done.${action}`, { _: locale.startsWith('zh') ? policy.zh : policy.en });
  if (isListRead({ action, subject })) return t(`audit.listed.${subject.type}`, { _: t('audit.done.list.read') });
  const part = detail?.['part'];
  return action.endsWith('.read') && typeof part === 'string' ? t(`audit.part.${part}`, { _: done }) : done;
}
