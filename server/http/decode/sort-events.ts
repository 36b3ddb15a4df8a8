import { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import type { FieldError } from '../../contract/error-registry.ts';
import { decodeEvent } from '../../contract/events/domain-event.ts';
import { idSchema, programIdSchema } from '../../contract/http/primitives.ts';
import type { EventReply } from '../../contract/http/replies.ts';
import { maySee, requireProgram } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { InvalidEvent, ReceivedEvent } from '../use-cases.ts';
import type { SentEvents } from './events-body.ts';
import { findJsonHazard } from './find-json-hazard.ts';

/** Events told apart: to be taken in, to be kept as they do not fit, and not the key's to send. */
export interface SortedEvents {
  readonly events: readonly ReceivedEvent[];
  readonly invalid: readonly InvalidEvent[];
  readonly refused: EventReply['rejected'];
}

/**
 * Decodes events one by one, so that one bad event never fails its neighbours. An event sent alone that does not fit, or
 * is for another program, is an error of the request; so is nesting that nothing should have to store.
 */
export function sortEvents({ batch, raws }: SentEvents, caller: Caller): SortedEvents {
  const events: ReceivedEvent[] = [];
  const invalid: InvalidEvent[] = [];
  const refused: EventReply['rejected'] = [];
  for (const [index, raw] of raws.entries()) {
    const decoded = decodeSafely(raw, batch ? `/${index}` : '');
    if (!decoded.ok) {
      if (!batch)
        throw new AppError('INVALID_REQUEST', 'Correct the fields that are named in errors.', {
          errors: decoded.errors,
        });
      invalid.push(describeInvalid(index, raw, decoded.errors, caller));
    } else if (maySee(caller, decoded.event.program)) {
      events.push({ index, event: decoded.event, raw });
    } else {
      if (!batch) requireProgram(caller, decoded.event.program);
      refused.push({
        index,
        id: decoded.event.id,
        code: 'NOT_ALLOWED',
        message: '/data/program: is not a program of this key',
      });
    }
  }
  return { events, invalid, refused };
}

function decodeSafely(raw: unknown, base: string): ReturnType<typeof decodeEvent> {
  const hazard = findJsonHazard(raw);
  if (hazard === null) return decodeEvent(raw);
  if (hazard.code !== 'too_deep') return { ok: false, errors: [hazard] };
  throw new AppError('INVALID_REQUEST', 'Send flatter events.', {
    errors: [{ ...hazard, pointer: base + hazard.pointer }],
  });
}

function describeInvalid(index: number, raw: unknown, errors: readonly FieldError[], caller: Caller): InvalidEvent {
  const program = readText(programIdSchema, readField(readField(raw, 'data'), 'program'));
  const source = readText(sourceSchema, readField(raw, 'source'));
  const type = readText(typeSchema, readField(raw, 'type'));
  return {
    index,
    id: readText(idSchema, readField(raw, 'id')) ?? '',
    code: 'INVALID_EVENT',
    message: errors.map(({ pointer, message }) => `${hideNames(pointer)}: ${message}`).join('; '),
    raw,
    ...(program !== undefined && maySee(caller, program) ? { program } : {}),
    ...(source === undefined ? {} : { source }),
    ...(type === undefined ? {} : { type }),
  };
}

/** They are kept in the clear, so that only what looks like one is taken for one. */
const sourceSchema = z.string().regex(/^[A-Za-z0-9._~:/?#-]{1,200}$/);
const typeSchema = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/);

/** The message is kept in the clear: a field whose name is no plain word, and so may be anything, is not repeated in it. */
function hideNames(pointer: string): string {
  return pointer.replaceAll(/[^/]+/g, (name) => (/^\$?[A-Za-z0-9_]{1,40}$/.test(name) ? name : '?'));
}

function readField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function readText(schema: z.ZodType<string>, value: unknown): string | undefined {
  return findJsonHazard(value) === null ? schema.safeParse(value).data : undefined;
}
