import type { mongo } from 'mongoose';
import { AppError } from '../../contract/error-registry.ts';
import type { Page, Paged } from '../../ports/paging.ts';
import { isOutOfTime } from '../store-error.ts';

/** Where totals stop counting, and the first row that a page may not begin at. */
const COUNT_LIMIT = 10_001;
const MAX_PAGE = 1_000;

/** Filters and sorts of one list: the words of the contract and the stored fields they mean. */
export interface ListFields {
  readonly filters: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<string, string>>;
}

/** One list of one collection. `base` always applies; `project` spares what is not presented. */
export interface RowList<Row extends mongo.Document, T> {
  readonly page: Page;
  readonly fields: ListFields;
  readonly base?: mongo.Filter<Row>;
  readonly project?: mongo.Document;
  readonly present: (row: Row) => T;
}

/** No page of a list is worth more of the database's time than this, ms: what no index serves ends here. */
const MAX_TIME_MS = 5_000;

const COMPARISONS: Readonly<Record<string, string>> = { gte: '$gte', gt: '$gt', lte: '$lte', lt: '$lt' };

/** One page. Throws INVALID_REQUEST on a filter or sort that is not declared, RANGE_TOO_DEEP beyond the counted rows, FILTER_TOO_WIDE where too much would have to be looked through. */
export async function listRows<Row extends mongo.Document, T>(
  collection: mongo.Collection<Row>,
  list: RowList<Row, T>,
): Promise<Paged<T>> {
  const { page } = list;
  if (page.from >= COUNT_LIMIT) throw new AppError('RANGE_TOO_DEEP', 'Narrow the filter, or sort the other way round.');
  const asked = { ...toFilter(page, list.fields), ...list.base } as mongo.Filter<Row>;
  const sort = toSort(page, list.fields);
  try {
    const filter = await selectPrograms(collection, asked, list);
    const [total, rows] = await Promise.all([
      collection.countDocuments(filter, { limit: COUNT_LIMIT, maxTimeMS: MAX_TIME_MS }),
      collection
        .find(filter, {
          maxTimeMS: MAX_TIME_MS,
          ...(list.project === undefined ? {} : { projection: list.project }),
        })
        .sort(sort)
        .skip(page.from)
        .limit(Math.min(MAX_PAGE, Math.max(1, page.to - page.from + 1)))
        .toArray(),
    ]);
    return { items: rows.map((row) => list.present(row as Row)), total };
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    throw new AppError('FILTER_TOO_WIDE', 'Narrow the filter, by program and a span of time, or by an id.', {
      cause: error,
    });
  }
}

/**
 * Indexes for instants begin with the program. Where no program is asked for, all are named, so that the server can
 * merge their parts of the index instead of sorting the collection.
 */
async function selectPrograms<Row extends mongo.Document>(
  collection: mongo.Collection<Row>,
  filter: mongo.Filter<Row>,
  list: { page: Page; fields: ListFields },
): Promise<mongo.Filter<Row>> {
  const sorted = list.fields.sorts[list.page.sort[0]];
  const instants = new Set(Object.values(list.fields.sorts).filter((field) => field !== '_id'));
  const isNarrowed = Object.keys(filter).some((field) => !instants.has(field));
  if (sorted === '_id' || list.fields.filters['program'] === undefined || isNarrowed) return filter;
  const programs: unknown[] = await collection.distinct('program', {}, { maxTimeMS: MAX_TIME_MS });
  return { ...filter, program: { $in: programs } } as mongo.Filter<Row>;
}

function toSort(page: Page, fields: ListFields): Record<string, 1 | -1> {
  const [name, order] = page.sort;
  const field = Object.hasOwn(fields.sorts, name) ? fields.sorts[name] : undefined;
  if (field === undefined) throw new AppError('INVALID_REQUEST', `This list cannot be sorted by ${name}.`);
  const direction = order === 'ASC' ? 1 : -1;
  return field === '_id' ? { _id: direction } : { [field]: direction, _id: direction };
}

function toFilter(page: Page, fields: ListFields): Record<string, unknown> {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(page.filter)) {
    const [, word = name, comparison] = /^(.+)_(gte|gt|lte|lt)$/.exec(name) ?? [];
    const field = Object.hasOwn(fields.filters, word) ? fields.filters[word] : undefined;
    if (field === undefined) throw new AppError('INVALID_REQUEST', `This list cannot be filtered by ${name}.`);
    const operator = comparison === undefined ? undefined : COMPARISONS[comparison];
    filter[field] =
      operator === undefined
        ? toCondition(name, value)
        : { ...(filter[field] as object | undefined), [operator]: toScalar(name, value) };
  }
  return filter;
}

/** A scalar means equality, an array any of its members, an object of `gte, gt, lte, lt` a range. Nothing else reaches the query. */
function toCondition(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return { $in: value.map((one) => toScalar(name, one)) };
  if (typeof value !== 'object' || value === null) return toScalar(name, value);
  const bounds = Object.entries(value).map(([comparison, bound]) => {
    const operator = Object.hasOwn(COMPARISONS, comparison) ? COMPARISONS[comparison] : undefined;
    if (operator === undefined) throw new AppError('INVALID_REQUEST', `The filter ${name} knows no ${comparison}.`);
    return [operator, toScalar(name, bound)];
  });
  return Object.fromEntries(bounds) as unknown;
}

function toScalar(name: string, value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new AppError('INVALID_REQUEST', `The filter ${name} takes a text, a number, a boolean or a list of them.`);
}
