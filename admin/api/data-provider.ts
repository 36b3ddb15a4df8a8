import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, fetchUtils } from 'react-admin';
import { request } from './request.ts';

/** A wallet's id in the admin, `<program>~<walletId>`: the API names the two apart, and a program holds no tilde. */
export function walletKey(program: string, walletId: string): string {
  return `${program}~${walletId}`;
}

/** The two parts of {@link walletKey}, for the path `/api/wallets/:program/:id`. */
export function splitWalletKey(key: string): { readonly program: string; readonly walletId: string } {
  const at = key.indexOf('~');
  return { program: key.slice(0, at), walletId: key.slice(at + 1) };
}

const http = async (
  url: string,
  options: fetchUtils.Options = {},
): Promise<{ status: number; headers: Headers; body: string; json: unknown }> => {
  const method =
    options.method === 'POST' || options.method === 'PUT' || options.method === 'DELETE' ? options.method : 'GET';
  const reply = await request<unknown>(url, {
    method,
    signal: options.signal ?? undefined,
    ...(typeof options.body === 'string' ? { body: JSON.parse(options.body) as unknown } : {}),
  });
  return { status: reply.status, headers: reply.headers, body: '', json: reply.body };
};

const base = simpleRest('/api', http);

function withWalletId<T extends Record<string, unknown>>(row: T): T & { id: string } {
  return { ...row, id: walletKey(String(row['program']), String(row['walletId'])) };
}

/** react-admin's simple REST dialect; a wallet is known by its two names, and requests that nobody waits for are dropped. */
export const dataProvider: DataProvider = {
  ...base,
  supportAbortSignal: true,
  getList: async (resource, params) => {
    const page = await base.getList(resource, params);
    return resource === 'wallets' ? { ...page, data: page.data.map(withWalletId) } : page;
  },
};
