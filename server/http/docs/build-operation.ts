import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters, ZodOpenApiResponsesObject, oas31 } from 'zod-openapi';
import { ERROR_REGISTRY } from '../../contract/error-registry.ts';
import type { ErrorCode } from '../../contract/error-registry.ts';
import { createListSchema } from '../../contract/http/list-query.ts';
import { problemSchema } from '../../contract/http/problem.ts';
import type { Endpoint } from '../define-endpoint.ts';

/** What any endpoint may answer. */
const COMMON: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'STORE_UNAVAILABLE',
  'INTERNAL',
];

/** What an endpoint with a body may answer beyond that. */
const BODY: readonly ErrorCode[] = ['MALFORMED_JSON', 'BAD_ENCODING', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'];

const KEY_HEADER = z
  .string()
  .regex(/^[\u0021-\u007e]{1,255}$/)
  .describe('A key of the caller’s own, the same for each repeat of one request: 1 to 255 visible ASCII characters.');

/** One endpoint as an OpenAPI operation. */
export function buildOperation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const text = endpoint.description === undefined ? '' : `${endpoint.description} `;
  return {
    operationId: endpoint.name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: `${text}${describeDemand(endpoint)}${endpoint.idempotency === 'refused' ? ' No Idempotency-Key is taken.' : ''}`,
    security: listSecurity(endpoint),
    requestParams: buildParameters(endpoint),
    ...(endpoint.list === undefined ? {} : { parameters: buildListParameters(endpoint) }),
    ...(endpoint.body === undefined ? {} : { requestBody: buildBody(endpoint.body) }),
    responses: buildResponses(endpoint),
  };
}

/** What a key and a person need, in words. */
function describeDemand({ verb, permission }: Endpoint): string {
  if (permission === 'public') return 'Open to everybody.';
  const key = verb === null ? 'No API key may do this.' : `A key needs the verb \`${verb}\`.`;
  return `${key} A person needs to be allowed to \`${permission.action}\` \`${permission.subject}\`.`;
}

function listSecurity({ verb, permission }: Endpoint): NonNullable<ZodOpenApiOperationObject['security']> {
  if (permission === 'public') return [];
  return [...(verb === null ? [] : [{ apiKey: [] }]), { session: [] }];
}

function buildParameters({ params, idempotency, query }: Endpoint): ZodOpenApiParameters {
  return {
    ...(Object.keys(params).length === 0 ? {} : { path: z.object(params) }),
    ...(query === undefined ? {} : { query: z.object(query) }),
    ...(idempotency === undefined || idempotency === 'refused'
      ? {}
      : { header: z.object({ 'Idempotency-Key': idempotency === 'required' ? KEY_HEADER : KEY_HEADER.optional() }) }),
  };
}

/** Each parameter of a list is JSON in a text, which OpenAPI says by a content type on the parameter. */
function buildListParameters({ list }: Endpoint): oas31.ParameterObject[] {
  if (list === undefined) return [];
  const { filter, range, sort } = createListSchema(list);
  return Object.entries({ filter, range, sort }).map(([name, schema]) => {
    const { $schema: _, description = name, ...rest } = z.toJSONSchema<z.ZodType>(schema, { io: 'input' });
    return {
      in: 'query' as const,
      name,
      description,
      content: { 'application/json': { schema: rest as oas31.SchemaObject } },
    };
  });
}

function buildBody(codec: NonNullable<Endpoint['body']>): NonNullable<ZodOpenApiOperationObject['requestBody']> {
  return {
    required: codec.required,
    content: Object.fromEntries(Object.entries(codec.contents).map(([type, schema]) => [type, { schema }])),
  };
}

function buildResponses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const codes = new Set([...COMMON, ...(endpoint.body === undefined ? [] : BODY), ...endpoint.errors]);
  if (endpoint.idempotency === 'required') codes.add('IDEMPOTENCY_KEY_REQUIRED');
  if (endpoint.idempotency !== undefined && endpoint.idempotency !== 'refused') codes.add('IDEMPOTENCY_KEY_REUSED');
  const statuses = new Set([...codes].map((code) => ERROR_REGISTRY[code].status));
  const problems = [...statuses]
    .toSorted((a, b) => a - b)
    .map((status) => {
      const list = [...codes].filter((code) => ERROR_REGISTRY[code].status === status);
      const description = list.map((code) => `${code}: ${ERROR_REGISTRY[code].title}.`).join(' ');
      return [String(status), { description, content: { 'application/problem+json': { schema: problemSchema } } }];
    });
  return {
    [String(endpoint.status)]: {
      description: 'Done.',
      ...(headersOf(endpoint) === undefined ? {} : { headers: headersOf(endpoint) }),
      ...contentOf(endpoint),
    },
    ...(Object.fromEntries(problems) as ZodOpenApiResponsesObject),
  };
}

/** A reply without a body has no content. */
function contentOf({ status, media, reply }: Endpoint): { content?: Record<string, { schema: z.ZodType }> } {
  return status === 204 || status === 302 ? {} : { content: { [media ?? 'application/json']: { schema: reply } } };
}

function headersOf({ list, idempotency }: Endpoint): z.ZodObject | undefined {
  if (list !== undefined)
    return z.object({
      'Content-Range': z
        .string()
        .describe(`Rows and total, for example ${list.resource} 0-24/319; the total stops at 10001.`),
    });
  if (idempotency === undefined || idempotency === 'refused') return undefined;
  return z.object({
    'Idempotency-Replayed': z
      .literal('true')
      .optional()
      .describe('Set where this is the answer to an earlier request of the same key and body.'),
  });
}
