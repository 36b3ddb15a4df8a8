import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { buildOpenApi } from '../../server/http/docs/build-openapi.ts';
import { ENDPOINTS } from '../../server/http/endpoints.ts';
import { buildClaim, buildEvent } from '../builders/requests.ts';
import { buildCaseView, buildDecisionView, buildTraceView } from '../builders/views.ts';

const fresh = JSON.parse(JSON.stringify(buildOpenApi(ENDPOINTS))) as Record<string, never>;
const committed = JSON.parse(
  readFileSync(new URL('../../server/contract/openapi.json', import.meta.url), 'utf8'),
) as unknown;

/** Every property of every schema in the document, with its JSON pointer. */
function listProperties(node: unknown, pointer = '', inProperties = false): [string, Record<string, unknown>][] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const below = listProperties(value, `${pointer}/${key}`, key === 'properties' && !inProperties);
    return inProperties
      ? [[`${pointer}/${key}`, value as Record<string, unknown>] as [string, Record<string, unknown>], ...below]
      : below;
  });
}

describe('the OpenAPI document', () => {
  it('is committed as it is: write it again with `npx tsx server/main/write-openapi.ts`', () => {
    expect(committed).toEqual(fresh);
  });

  it('describes every property', () => {
    const properties = listProperties(fresh);
    expect(properties.length).toBeGreaterThan(400);
    const bare = properties
      .filter(([, schema]) => typeof schema['description'] !== 'string' && !('$ref' in schema))
      .map(([pointer]) => pointer);
    expect(bare).toEqual([]);
  });

  it('names every operation once, with a summary, a success and its problems', () => {
    const operations = Object.values(fresh['paths'] ?? {}).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string; summary: string; responses: object }>),
    );
    expect(operations).toHaveLength(ENDPOINTS.length + 3);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { summary, responses, operationId } of operations) {
      expect(summary).toMatch(/[.?]$/);
      if (ENDPOINTS.some(({ name }) => name === operationId))
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '429', '503']));
    }
  });

  it('names the data of each event, also where they are a body of their own', () => {
    const { DomainEvent, DomainEventData } = (
      fresh as unknown as { components: { schemas: Record<string, { anyOf: object[] }> } }
    ).components.schemas;
    expect(DomainEventData?.anyOf).toHaveLength(DomainEvent?.anyOf.length ?? 0);
    for (const one of DomainEventData?.anyOf ?? [])
      expect(one).toEqual({ $ref: expect.stringMatching(/^#\/components\/schemas\/[A-Z][A-Za-z]+Data$/) });
  });

  it.each([
    ['ClaimRequest', buildClaim(), buildClaim({ bonus: 1 })],
    ['OrderPaidEvent', buildEvent(), buildEvent({}, { amountMinor: -1 })],
    ['Case', buildCaseView('anumi'), { ...buildCaseView('anumi'), status: 'gone' }],
    ['Decision', buildDecisionView('anumi'), { ...buildDecisionView('anumi'), amountMinor: 'much' }],
    ['Trace', buildTraceView(), { ...buildTraceView(), verdict: 'yes' }],
  ])('has a schema for %s that another validator reads alike', (name, good, bad) => {
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } });
    ajv.addSchema(fresh, 'api');
    const validate =
      ajv.getSchema(`api#/components/schemas/${name}`) ?? ajv.compile({ $ref: `api#/components/schemas/${name}` });
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(bad)).toBe(false);
  });
});
