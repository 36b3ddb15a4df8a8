/** A page of a list as react-admin's simple REST dialect asks for it: rows `from` to `to` inclusive; `filter` and `sort` were checked against an allow-list. */
export interface Page {
  readonly from: number;
  readonly to: number;
  readonly sort: readonly [string, 'ASC' | 'DESC'];
  readonly filter: Readonly<Record<string, unknown>>;
}

/** `total` stops counting at 10,001. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly total: number;
}
