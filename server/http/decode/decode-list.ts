import { AppError } from '../../contract/error-registry.ts';
import { createListSchema, DEEPEST_ROW } from '../../contract/http/list-query.ts';
import type { ListQuery, ListSpec } from '../../contract/http/list-query.ts';
import { decodeValue } from './decode-value.ts';
import { findJsonHazard } from './find-json-hazard.ts';

const PARAMETERS = ['filter', 'range', 'sort'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** The longest query that is looked at. */
const MAX_QUERY_LENGTH = 16_384;

/** Makes the decoder of one list's `filter`, `range` and `sort`. It throws INVALID_REQUEST, or RANGE_TOO_DEEP. */
export function createListDecoder(spec: ListSpec): (search: URLSearchParams) => ListQuery {
  const schema = createListSchema(spec);
  return (search) => {
    const given = readParameters(search);
    const filter = decodeValue(schema.filter, given.filter ?? {}, '/filter', 'query parameters');
    const sort = decodeValue(schema.sort, given.sort, '/sort', 'query parameters');
    const [from, to] = decodeValue(schema.range, given.range, '/range', 'query parameters');
    if (to >= DEEPEST_ROW) {
      throw new AppError('RANGE_TOO_DEEP', 'Narrow the filter, or sort the other way round.', {
        errors: [{ pointer: '/range', code: 'too_deep', message: `must end before row ${DEEPEST_ROW}` }],
      });
    }
    return { filter, sort, from, to };
  };
}

function readParameters(search: URLSearchParams): Partial<Record<Parameter, unknown>> {
  const given: Partial<Record<Parameter, unknown>> = {};
  for (const [name, text] of search) {
    const parameter = PARAMETERS.find((known) => known === name);
    if (parameter === undefined)
      throw refuse(
        `/${name.slice(0, 60)}`,
        'unknown_field',
        `is not a parameter of this list; it has ${PARAMETERS.join(', ')}`,
      );
    if (given[parameter] !== undefined) throw refuse(`/${parameter}`, 'repeated', 'must be given once');
    given[parameter] = parseParameter(parameter, text);
  }
  return given;
}

function parseParameter(parameter: Parameter, text: string): unknown {
  if (text.length > MAX_QUERY_LENGTH)
    throw refuse(`/${parameter}`, 'too_big', `must be at most ${MAX_QUERY_LENGTH} characters`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(`/${parameter}`, 'malformed_json', 'must be JSON');
  }
  const hazard = findJsonHazard(value);
  if (hazard !== null) throw refuse(`/${parameter}${hazard.pointer}`, hazard.code, hazard.message);
  return value;
}

function refuse(pointer: string, code: string, message: string): AppError {
  return new AppError('INVALID_REQUEST', 'Correct the query parameters that are named in errors.', {
    errors: [{ pointer, code, message }],
  });
}
