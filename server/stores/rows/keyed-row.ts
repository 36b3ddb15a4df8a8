/** A document of the domain as stored: what names it is the row's `_id`. */
export type KeyRow<T extends { readonly key: string }> = Omit<T, 'key'> & { readonly _id: T['key'] };

/** Likewise, for what is named by `id`. */
export type IdRow<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly _id: T['id'] };

/** To the stored form. */
export function toKeyRow<T extends { readonly key: string }>({ key, ...rest }: T): KeyRow<T> {
  return { _id: key, ...rest };
}

/** From the stored form. */
export function fromKeyRow<T extends { readonly key: string }>({ _id, ...rest }: KeyRow<T>): T {
  return { key: _id, ...rest } as unknown as T;
}

/** To the stored form. */
export function toIdRow<T extends { readonly id: string }>({ id, ...rest }: T): IdRow<T> {
  return { _id: id, ...rest };
}

/** From the stored form. */
export function fromIdRow<T extends { readonly id: string }>({ _id, ...rest }: IdRow<T>): T {
  return { id: _id, ...rest } as unknown as T;
}
