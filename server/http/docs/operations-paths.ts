import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

const readinessSchema = z
  .object({
    status: z
      .enum(['ready', 'degraded', 'not_ready'])
      .describe('degraded: claims and events are decided, effects wait.'),
    checks: z
      .record(
        z.string(),
        z
          .object({
            state: z.enum(['ok', 'degraded', 'failed']).describe('How it is.'),
            detail: z.string().optional().describe('What is wrong with it.'),
          })
          .describe('One thing that readiness depends on.'),
      )
      .describe('Everything that readiness depends on, by name.'),
  })
  .meta({ id: 'Readiness', description: 'Whether requests should be sent here.' });

const aliveSchema = z
  .object({ status: z.literal('alive').describe('Always alive.') })
  .meta({ id: 'Health', description: 'The process answers.' });

/** Addresses for machines that run the service; none needs a key. */
export const OPERATIONS_PATHS: ZodOpenApiPathsObject = {
  '/healthz': {
    get: {
      operationId: 'getHealth',
      tags: ['Operations'],
      summary: 'Is the process alive?',
      security: [],
      responses: { '200': { description: 'It is.', content: { 'application/json': { schema: aliveSchema } } } },
    },
  },
  '/readyz': {
    get: {
      operationId: 'getReadiness',
      tags: ['Operations'],
      summary: 'Should requests be sent here?',
      security: [],
      responses: {
        '200': { description: 'Ready, or degraded.', content: { 'application/json': { schema: readinessSchema } } },
        '503': { description: 'Not ready.', content: { 'application/json': { schema: readinessSchema } } },
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['Operations'],
      summary: 'Measures for Prometheus.',
      description: 'Needs no key and counts by program: let whoever watches the service reach it, and nobody else.',
      security: [],
      responses: {
        '200': {
          description: 'Text in Prometheus’ format.',
          content: { 'text/plain': { schema: z.string().describe('Measures, one a line.') } },
        },
      },
    },
  },
};
