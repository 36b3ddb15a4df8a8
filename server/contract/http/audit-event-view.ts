import { z } from 'zod';
import type { AuditEvent } from '../../core/audit/audit-event.ts';
import { formatInstant } from './instant.ts';
import { codeSchema, idSchema, instantTextSchema } from './primitives.ts';

/** Kinds of actor. */
export const ACTOR_KINDS = ['user', 'key', 'system', 'anonymous'] as const;

const stateSchema = z.record(z.string(), z.unknown()).nullable();

/** One entry of the audit. */
export const auditEventViewSchema = z
  .object({
    id: idSchema.describe('Id of the event.'),
    at: instantTextSchema.describe('When it happened.'),
    actor: z
      .object({
        kind: z.enum(ACTOR_KINDS).describe('What kind of actor.'),
        id: z.string().describe('Id of the user or the key, or part of the service.'),
        name: z.string().nullable().describe('Name today, or null where nobody of this id is known any more.'),
      })
      .describe('Who did it.'),
    action: codeSchema.describe('What was done, as a dotted verb.'),
    program: z.string().nullable().describe('Program concerned, or null.'),
    subject: z
      .object({
        type: z.string().describe('Kind of the thing it was done to.'),
        id: z.string().describe('Id of that thing.'),
      })
      .describe('What it was done to.'),
    reason: z.string().nullable().describe('Why, in the actor’s words, or null.'),
    ip: z.string().nullable().describe('Address the request came from, or null.'),
    requestId: z.string().nullable().describe('Id of the request, as in the logs, or null.'),
    before: stateSchema.describe('What changed, as it was, or null.'),
    after: stateSchema.describe('What changed, as it is since, or null.'),
    detail: stateSchema.describe('Further facts, or null.'),
  })
  .meta({ id: 'AuditEvent', description: 'Who did what, when, from where, and what it changed. Never altered.' });

/** An audit event as the contract shows it; instants are ISO text. */
export type AuditEventView = z.infer<typeof auditEventViewSchema>;

/** Shows an audit event. `names` knows the names of users and keys, by `user/<id>` and `key/<id>`. */
export function presentAuditEvent(event: AuditEvent, names: ReadonlyMap<string, string>): AuditEventView {
  const kind = ACTOR_KINDS.find((known) => event.actor.startsWith(`${known}/`));
  const id = kind === undefined ? event.actor : event.actor.slice(kind.length + 1);
  return {
    id: event.id,
    at: formatInstant(event.at),
    // Before people could sign in, the service named its parts without saying that it was one.
    actor: {
      kind: kind ?? 'system',
      id,
      name: names.get(event.actor) ?? (kind === 'user' || kind === 'key' ? null : id),
    },
    action: event.action,
    program: event.program ?? null,
    subject: { type: event.subject.type, id: event.subject.id },
    reason: event.reason ?? null,
    ip: event.ip ?? null,
    requestId: event.requestId ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    detail: event.detail ?? null,
  };
}
