import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { DEEPEST_ROW, MAX_ROWS } from '../contract/http/list-query.ts';
import type { ListSpec } from '../contract/http/list-query.ts';
import type { Permission } from '../core/access/permission.ts';
import type { KeyVerb } from '../ports/api-keys.ts';
import type { Page, Paged } from '../ports/paging.ts';
import type { Caller } from './access/caller.ts';
import { createListDecoder } from './decode/decode-list.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type { Endpoint } from './define-endpoint.ts';
import { narrowQuery, noteListRead } from './define-list.ts';
import type { UseCases } from './use-cases.ts';

/** A file of one list. `columns` gives each row's cells by the name of their column, which stay as they are. */
interface CsvSpec<Item, Row = Item> {
  readonly name: string;
  readonly list: ListSpec;
  readonly tag: string;
  readonly summary: string;
  readonly verb: KeyVerb | null;
  readonly permission: Permission;
  /** What the columns mean, where their names do not say it. */
  readonly note?: string;
  readonly columns: Readonly<Record<string, (row: Row) => string | number | boolean | null>>;
  readonly read: (useCases: UseCases, page: Page, caller: Caller) => Promise<Paged<Item>>;
}

/**
 * Declares the export of a list as CSV: the same filters and order, at most 10,000 rows, all in one file. What a
 * spreadsheet would take for a formula is escaped. Every export is noted in the audit.
 */
export function defineCsv<Item extends { readonly id: string }>(spec: CsvSpec<Item>): Endpoint {
  return defineSplitCsv({ ...spec, split: (item) => [item] });
}

/** As {@link defineCsv}, with as many rows of each item as `split` makes of it. */
export function defineSplitCsv<Item extends { readonly id: string }, Row>({
  list,
  columns,
  note: meaning,
  read,
  split,
  ...facts
}: CsvSpec<Item, Row> & { readonly split: (item: Item) => readonly Row[] }): Endpoint {
  const decode = createListDecoder(list);
  return defineEndpoint({
    ...facts,
    method: 'get',
    path: `/api/${list.resource}.csv`,
    description: `The rows of the list of the same filter and order, 10,000 at most; a range is not looked at. UTF-8 with a header.${meaning === undefined ? '' : ` ${meaning}`}`,
    list,
    params: {},
    status: 200,
    media: 'text/csv',
    reply: z.string().describe('Comma-separated values.'),
    scope: { kind: 'filtered' },
    errors: ['RANGE_TOO_DEEP', 'FILTER_TOO_WIDE'],
    handle: async ({ search, caller, actor, useCases }) => {
      const query = decode(search);
      const filter = narrowQuery(caller, query);
      const items =
        filter === null ? [] : await readAll((page) => read(useCases, { ...query, ...page, filter }, caller));
      const note = noteListRead(list.resource, search.get('filter'), items.length);
      await useCases.noteExport(note, actor);
      const rows = items.flatMap(split).map((row) => Object.values(columns).map((cell) => cell(row)));
      const body = stringify([Object.keys(columns), ...rows], {
        escape_formulas: true,
        bom: true,
        record_delimiter: 'windows',
        cast: { boolean: String },
      });
      return { body, headers: { 'Content-Disposition': `attachment; filename="${list.resource}.csv"` } };
    },
  });
}

/** Rows that arrive while the pages are read push others on to the next page: each is told once. */
async function readAll<Item extends { readonly id: string }>(
  read: (range: { readonly from: number; readonly to: number }) => Promise<Paged<Item>>,
): Promise<Item[]> {
  const items = new Map<string, Item>();
  for (let from = 0; from < DEEPEST_ROW; from += MAX_ROWS) {
    const page = await read({ from, to: from + MAX_ROWS - 1 });
    for (const item of page.items) if (!items.has(item.id)) items.set(item.id, item);
    if (page.items.length < MAX_ROWS) break;
  }
  return [...items.values()];
}
