import type { z } from 'zod';
import { AppError } from '../../contract/error-registry.ts';
import { BODY_LIMIT_BYTES } from './read-body.ts';
import { decodeValue } from './decode-value.ts';
import { mediaTypeOf } from './media-type.ts';
import { checkHazards, parseJson } from './parse-json.ts';

/** A request's head and bytes, free of any framework. Header names are in lower case. */
export interface Message {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** How one endpoint's body is read: its media types with their schemas for the documentation, its limit, its decoder. */
export interface BodyCodec<Body> {
  readonly contents: Readonly<Record<string, z.ZodType>>;
  readonly required: boolean;
  readonly limitBytesOf: (contentType: string | undefined) => number;
  /** `raw` is the parsed JSON as sent, of which the idempotency digest is taken. Throws AppError 4xx. */
  readonly decode: (message: Message) => { readonly body: Body; readonly raw: unknown };
}

/** A body of `application/json` that fits a schema. Where it is not required, an absent one counts as an empty object. */
export function jsonBody<Body>(
  schema: z.ZodType<Body>,
  options: { readonly required: boolean } = { required: true },
): BodyCodec<Body> {
  return {
    contents: { 'application/json': schema },
    required: options.required,
    limitBytesOf: () => BODY_LIMIT_BYTES,
    decode: ({ headers, bytes }) => {
      if (bytes.length === 0 && !options.required) return { body: decodeValue(schema, {}), raw: {} };
      if (mediaTypeOf(headerOf(headers, 'content-type')) !== 'application/json') {
        throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send application/json.');
      }
      const raw = parseJson(bytes);
      checkHazards(raw);
      return { body: decodeValue(schema, raw), raw };
    },
  };
}

/** One header's text; undefined where it is absent or repeated. */
export function headerOf(headers: Message['headers'], name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
