import { z } from 'zod';
import type { ListSpec } from '../contract/http/list-query.ts';
import type { KeyVerb } from '../ports/api-keys.ts';
import type { Page, Paged } from '../ports/paging.ts';
import { narrowFilter } from './access/caller.ts';
import { createListDecoder } from './decode/decode-list.ts';
import { defineEndpoint } from './define-endpoint.ts';
import type { Endpoint } from './define-endpoint.ts';
import type { UseCases } from './use-cases.ts';

interface ListEndpointSpec<Item> {
  readonly name: string;
  readonly list: ListSpec;
  readonly tag: string;
  readonly summary: string;
  readonly verb: KeyVerb;
  readonly item: z.ZodType<Item>;
  readonly read: (useCases: UseCases, page: Page) => Promise<Paged<Item>>;
}

/** Declares a list in react-admin's simple REST dialect, narrowed to the key's programs. */
export function defineList<Item>({ list, item, read, ...facts }: ListEndpointSpec<Item>): Endpoint {
  const decode = createListDecoder(list);
  return defineEndpoint({
    ...facts,
    method: 'get',
    path: `/api/${list.resource}`,
    list,
    params: {},
    status: 200,
    reply: z.array(item),
    scope: { kind: 'filtered' },
    errors: ['RANGE_TOO_DEEP'],
    handle: async ({ search, caller, useCases }) => {
      const query = decode(search);
      const filter = narrowFilter(caller, query.filter);
      const { items, total } = filter === null ? { items: [], total: 0 } : await read(useCases, { ...query, filter });
      return {
        body: [...items],
        headers: { 'Content-Range': formatRange(list.resource, query.from, items.length, total) },
      };
    },
  });
}

/** A page that can hold only the row of this id. */
export function pageOfOne(id: string): Page {
  return { from: 0, to: 0, sort: ['id', 'ASC'], filter: { id } };
}

/** `cases 0-24/319`; `cases *\/0` where there is nothing in the range. */
function formatRange(resource: string, from: number, count: number, total: number): string {
  return count === 0 ? `${resource} */${total}` : `${resource} ${from}-${from + count - 1}/${total}`;
}
