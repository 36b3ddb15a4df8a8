import { createDocument } from 'zod-openapi';
import type { ZodOpenApiObject, ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { Endpoint } from '../define-endpoint.ts';
import { SESSION_COOKIE } from '../access/sessions.ts';
import { buildOperation } from './build-operation.ts';
import { OPERATIONS_PATHS } from './operations-paths.ts';

/** The OpenAPI 3.1 document as plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

const TAGS = {
  Events: 'What happened in a program: orders, charges, failures.',
  Claims: 'What customers ask for.',
  Cases: 'The records opened to settle claims.',
  Decisions: 'Outcomes, why they came out so, and proof that they would again.',
  Ledger: 'Credits and money, append-only.',
  Payouts: 'Refunds on their way.',
  Operations: 'What could not be processed, and the state of the service.',
  Customers: 'Personal data.',
  People: 'Who signs in, with which roles, and the keys of machines.',
  Audit: 'Who did what, when, from where and why.',
  Screens: 'What the first page, the search and the sign-in page ask for.',
};

const ABOUT = `Redress decides refund and compensation claims by versioned rules, moves the money and the credits that a decision calls for, and proves afterwards why.

Errors are application/problem+json with a stable code and JSON pointers to what is wrong. Instants are RFC 3339 with an offset, money is in minor units, credits are integers. Lists take filter, range and sort as JSON and answer Content-Range.`;

/** Builds the document from the same endpoints that are mounted. */
export function buildOpenApi(endpoints: readonly Endpoint[]): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:([a-z]+)/gi, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: buildOperation(endpoint) };
  }
  const source: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      version: '1.0.0',
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This service.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'Session of a person; changes also need X-CSRF-Token.',
        },
        apiKey: { type: 'http', scheme: 'bearer', description: 'API key, scoped to programs and verbs.' },
      },
    },
    paths: { ...(paths as ZodOpenApiPathsObject), ...OPERATIONS_PATHS },
  };
  return createDocument(source);
}
