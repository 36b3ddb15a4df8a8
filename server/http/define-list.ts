import { z } from 'zod';
import type { ListSpec } from '../contract/http/list-query.ts';
import type { Permission } from '../core/access/permission.ts';
import type { KeyVerb } from '../ports/api-keys.ts';
import type { Page, Paged } from '../ports/paging.ts';
import { AppError } from '../contract/error-registry.ts';
import type { ListQuery } from '../contract/http/list-query.ts';
import { narrowFilter } from './access/caller.ts';
import type { Caller } from './access/caller.ts';
import { createListDecoder } from './decode/decode-list.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type { Endpoint, ReadNote } from './define-endpoint.ts';
import type { UseCases } from './use-cases.ts';

interface ListEndpointSpec<Item> {
  readonly name: string;
  readonly list: ListSpec;
  readonly tag: string;
  readonly summary: string;
  readonly verb: KeyVerb | null;
  readonly permission: Permission;
  /** Kind of thing that a reading of this list is noted as, for callers whose reads are. */
  readonly noteAs?: string;
  /** `none`: its rows belong to no program; default: it is narrowed to the caller's. */
  readonly scope?: 'filtered' | 'none';
  readonly item: z.ZodType<Item>;
  readonly read: (useCases: UseCases, page: Page, caller: Caller) => Promise<Paged<Item>>;
}

/** Declares a list in react-admin's simple REST dialect, narrowed to the caller's programs. */
export function defineList<Item>({
  list,
  item,
  read,
  noteAs,
  scope = 'filtered',
  ...facts
}: ListEndpointSpec<Item>): Endpoint {
  const decode = createListDecoder(list);
  return defineEndpoint({
    ...facts,
    method: 'get',
    path: `/api/${list.resource}`,
    list,
    params: {},
    status: 200,
    reply: z.array(item),
    scope: { kind: scope },
    errors: ['RANGE_TOO_DEEP', 'FILTER_TOO_WIDE'],
    ...(noteAs === undefined
      ? {}
      : {
          noteRead: ({ search }: { readonly search: URLSearchParams }, reply: readonly Item[]) =>
            noteListRead(noteAs, search.get('filter'), reply.length),
        }),
    handle: async ({ search, caller, useCases }) => {
      const query = decode(search);
      const filter = scope === 'none' ? query.filter : narrowQuery(caller, query);
      const { items, total } =
        filter === null ? { items: [], total: 0 } : await read(useCases, { ...query, filter }, caller);
      return {
        body: [...items],
        headers: { 'Content-Range': formatRange(list.resource, query.from, items.length, total) },
      };
    },
  });
}

/** The filter of a list within the caller's programs, null where none is left. Who may not read customers may not look for one either. */
export function narrowQuery(
  caller: Caller,
  { filter }: Pick<ListQuery, 'filter'>,
): Readonly<Record<string, unknown>> | null {
  const narrowed = narrowFilter(caller, filter);
  if (narrowed === null || narrowed['customerId'] === undefined) return narrowed;
  const programs = narrowed['program'] === undefined ? ['*'] : [narrowed['program']].flat();
  if (programs.every((program) => caller.knowsCustomers(String(program)))) return narrowed;
  throw new AppError('FORBIDDEN', 'Your roles do not allow to look for a customer.');
}

/** What is noted of a list that was read: its filter, which holds ids alone, and how many rows it answered. */
export function noteListRead(type: string, filter: string | null, rows: number): ReadNote {
  return { type, id: 'list', detail: { filter: filter ?? '{}', rows } };
}

/** A page that can hold only the row of this id. */
export function pageOfOne(id: string): Page {
  return { from: 0, to: 0, sort: ['id', 'ASC'], filter: { id } };
}

/** `cases 0-24/319`; `cases *\/0` where there is nothing in the range. */
function formatRange(resource: string, from: number, count: number, total: number): string {
  return count === 0 ? `${resource} */${total}` : `${resource} ${from}-${from + count - 1}/${total}`;
}
