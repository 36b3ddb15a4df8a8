import type { FieldError } from '../error-registry.ts';
import { fieldErrorsOf } from '../field-errors.ts';
import { checkEventType, EVENT_DATA_SCHEMAS, EVENT_TYPES } from './event-data.ts';
import type { EventDataOf, EventType } from './event-data.ts';
import { ATTRIBUTE_NAME, envelopeSchema } from './envelope.ts';

/**
 * A decoded domain event. `eventKey` is its identity, `<program>/<source>/<id>` with the source percent-encoded, so that
 * a slash in it cannot make two identities read alike. `time` is epoch ms. `data` holds `program` too.
 */
export type DomainEvent = { [T in EventType]: DomainEventOf<T> }[EventType];

/** A decoded domain event of one type. */
interface DomainEventOf<T extends EventType> {
  readonly program: string;
  readonly source: string;
  readonly id: string;
  readonly eventKey: string;
  readonly type: T;
  readonly time: number;
  readonly data: EventDataOf<T>;
}

/** What became of an event at the border; errors point into the event. */
export type DecodedEvent =
  | { readonly ok: true; readonly event: DomainEvent }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Decodes one event in CloudEvents' JSON form. */
export function decodeEvent(raw: unknown): DecodedEvent {
  const envelope = envelopeSchema.safeParse(raw, { reportInput: true });
  if (!envelope.success) return { ok: false, errors: fieldErrorsOf(envelope.error) };
  const { id, source, type, time, data } = envelope.data;
  const errors = Object.keys(envelope.data)
    .filter((name) => !ATTRIBUTE_NAME.test(name))
    .map((name) => refuse(`/${name}`, 'unknown_field', 'is not a name that CloudEvents allows for an attribute'));
  if (!checkEventType(type)) errors.push(refuse('/type', 'unknown_type', `must be one of ${EVENT_TYPES.join(', ')}`));
  if (errors.length > 0 || !checkEventType(type)) return { ok: false, errors };
  const decoded = EVENT_DATA_SCHEMAS[type].safeParse(data, { reportInput: true });
  if (!decoded.success) return { ok: false, errors: fieldErrorsOf(decoded.error, '/data') };
  const program = decoded.data.program;
  const eventKey = nameEvent(program, source, id);
  // The table pairs each type with its data; the compiler cannot follow that through the look-up.
  return { ok: true, event: { program, source, id, eventKey, type, time, data: decoded.data } as DomainEvent };
}

/** Identity of an event: `<program>/<source>/<id>`, the source percent-encoded. */
export function nameEvent(program: string, source: string, id: string): string {
  return `${program}/${encodeURIComponent(source)}/${id}`;
}

function refuse(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
