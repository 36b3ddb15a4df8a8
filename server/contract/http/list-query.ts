import { z } from 'zod';
import { FACETS } from './list-facets.ts';
import type { Facet } from './list-facets.ts';

/** Rows deeper than this are refused: skipping over them costs more than it helps; a filter does. */
export const DEEPEST_ROW = 10_000;

/** The most rows of one reply. */
export const MAX_ROWS = 1_000;

/** Code of a range that is none. */
const RANGE = { code: 'invalid_range' };

const COMPARISONS = ['gte', 'gt', 'lte', 'lt'] as const;

const BOUNDS: Readonly<Record<(typeof COMPARISONS)[number], string>> = {
  gte: 'Not before this instant.',
  gt: 'After this instant.',
  lte: 'Not after this instant.',
  lt: 'Before this instant.',
};

/** What one list can be filtered and sorted by, in the words of the contract. The first sort is the default, newest first. */
export interface ListSpec {
  /** Unit of `Content-Range`, the last segment of the path. */
  readonly resource: string;
  readonly filters: Readonly<Record<string, Facet>>;
  readonly sorts: readonly [string, ...string[]];
}

/** A decoded list query: rows `from` to `to` inclusive; instants in the filter are epoch ms. */
export interface ListQuery {
  readonly from: number;
  readonly to: number;
  readonly sort: readonly [string, 'ASC' | 'DESC'];
  readonly filter: Readonly<Record<string, unknown>>;
}

/** The three query parameters of a list, each JSON in a text; decoded to a {@link ListQuery}. */
export interface ListSchema {
  readonly filter: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly sort: z.ZodType<readonly [string, 'ASC' | 'DESC']>;
  readonly range: z.ZodType<readonly [number, number]>;
}

/** Schemas of the decoded JSON of `filter`, `sort` and `range` for one list. */
export function createListSchema(spec: ListSpec): ListSchema {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, facet] of Object.entries(spec.filters)) Object.assign(shape, createFilterFields(name, facet));
  const names = Object.keys(shape).join(', ');
  return {
    filter: z
      .strictObject(shape, {
        error: ({ code }) => (code === 'unrecognized_keys' ? `is no filter of this list; it has ${names}` : undefined),
      })
      .transform(flattenRanges)
      .describe(`What to list. Fields: ${names}.`),
    sort: z
      .tuple([z.enum(spec.sorts), z.enum(['ASC', 'DESC'])])
      .default([spec.sorts[0], 'DESC'])
      .describe(`Field and direction. Fields: ${spec.sorts.join(', ')}.`),
    range: z
      .tuple([z.int().min(0), z.int().min(0)])
      .refine(([from, to]) => from <= to, { message: 'must not end before it begins', params: RANGE })
      .refine(([from, to]) => to - from < MAX_ROWS, { message: `must span at most ${MAX_ROWS} rows`, params: RANGE })
      .default([0, 24])
      .describe('First and last row, counted from 0, both inclusive.'),
  };
}

/** A facet is matched by a value or any of several; an instant by its bounds, in react-admin's spelling or as an object. */
function createFilterFields(name: string, facet: Facet): Record<string, z.ZodType> {
  const value = FACETS[facet];
  if (facet !== 'instant') {
    const values = z.union([value, z.array(value).min(1).max(MAX_ROWS)]);
    return { [name]: values.exactOptional().describe(`Only rows with this ${name}, or with any of these.`) };
  }
  const bounds = COMPARISONS.map(
    (comparison) => [comparison, value.exactOptional().describe(BOUNDS[comparison])] as const,
  );
  return {
    [name]: z
      .strictObject(Object.fromEntries(bounds))
      .exactOptional()
      .describe(`Only rows whose ${name} lies within these bounds.`),
    ...Object.fromEntries(bounds.map(([comparison, bound]) => [`${name}_${comparison}`, bound])),
  };
}

/** Writes `{openedAt: {gte}}` as `{openedAt_gte}`, so that what follows sees one spelling. */
function flattenRanges(filter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) flat[name] = value;
    else for (const [comparison, bound] of Object.entries(value)) flat[`${name}_${comparison}`] = bound;
  }
  return flat;
}
