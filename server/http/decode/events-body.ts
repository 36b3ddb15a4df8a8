import { AppError } from '../../contract/error-registry.ts';
import { eventBatchSchema, eventDataSchema, eventSchema } from '../../contract/events/event-schema.ts';
import { headerOf } from './json-body.ts';
import type { BodyCodec, Message } from './json-body.ts';
import { mediaTypeOf } from './media-type.ts';
import { parseJson } from './parse-json.ts';
import { BATCH_LIMIT_BYTES, BODY_LIMIT_BYTES } from './read-body.ts';

const STRUCTURED = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
const MAX_EVENTS = 1000;

/** Events as sent, in CloudEvents' JSON form, and whether they came as a batch. */
export interface SentEvents {
  readonly batch: boolean;
  readonly raws: readonly unknown[];
}

/** The three modes of CloudEvents over HTTP. What is in the events is not looked at yet. */
export const eventsBody: BodyCodec<SentEvents> = {
  contents: { [STRUCTURED]: eventSchema, [BATCH]: eventBatchSchema, 'application/json': eventDataSchema },
  required: true,
  limitBytesOf: (contentType) =>
    /^\s*application\/cloudevents-batch\+json/i.test(contentType ?? '') ? BATCH_LIMIT_BYTES : BODY_LIMIT_BYTES,
  decode: (message) => {
    const type = mediaTypeOf(headerOf(message.headers, 'content-type'));
    if (type === STRUCTURED) return sent(false, [parseJson(message.bytes)]);
    if (type === BATCH) return sent(true, listBatch(parseJson(message.bytes)));
    if (message.headers['ce-specversion'] !== undefined && /^application\/([a-z0-9.-]+\+)?json$/.test(type)) {
      return sent(false, [assemble(message, parseJson(message.bytes))]);
    }
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `Send ${STRUCTURED}, ${BATCH}, or application/json with ce- headers.`);
  },
};

function sent(batch: boolean, raws: readonly unknown[]): { body: SentEvents; raw: unknown } {
  return { body: { batch, raws }, raw: raws };
}

function listBatch(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw refuse('invalid_type', 'must be an array of events');
  if (value.length > MAX_EVENTS) throw refuse('too_big', `must hold at most ${MAX_EVENTS} events`);
  return value;
}

/** Binary mode: attributes from `ce-` headers, percent-decoded as CloudEvents asks, and the body as data. */
function assemble({ headers }: Message, data: unknown): unknown {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('ce-'))
    .map(([name, value]) => [name.slice(3), decodeHeader(String(value))]);
  return Object.fromEntries([
    ...attributes,
    ['datacontenttype', headerOf(headers, 'content-type')],
    ['data', data],
  ]) as unknown;
}

function decodeHeader(value: string): string {
  const text =
    value.startsWith('"') && value.endsWith('"') && value.length > 1
      ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1')
      : value;
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is no escape; the attribute is taken as it came.
    return text;
  }
}

function refuse(code: string, message: string): AppError {
  return new AppError('INVALID_REQUEST', 'Correct the batch.', { errors: [{ pointer: '', code, message }] });
}
