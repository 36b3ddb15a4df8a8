import { nameActor } from '../access/request-actor.ts';
import type { RequestActor } from '../access/request-actor.ts';
import type { AuditEvent } from './audit-event.ts';

/** What somebody did; who, when and from where is added by {@link draftAuditEvent}. */
export type AuditNote = Pick<AuditEvent, 'action' | 'subject'> &
  Partial<Pick<AuditEvent, 'program' | 'reason' | 'detail' | 'before' | 'after'>>;

/** An audit event of an actor's. `at` is epoch ms. */
export function draftAuditEvent(actor: RequestActor, id: string, at: number, note: AuditNote): AuditEvent {
  return {
    id,
    at,
    actor: nameActor(actor),
    ...note,
    ...(actor.requestId === undefined ? {} : { requestId: actor.requestId }),
    ...(actor.ip === undefined ? {} : { ip: actor.ip }),
  };
}

/** The fields in which two states differ, before and after; a field that one lacks is null there. */
export function pickChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> } {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (state: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, state[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}
