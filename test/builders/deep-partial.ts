/** A value of which any part may be left to the default. `undefined` removes an optional part; lists are replaced whole. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeUntyped(base: unknown, overrides: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(overrides)) return overrides;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) delete merged[key];
    else merged[key] = mergeUntyped(base[key], value);
  }
  return merged;
}

/** The base with the overrides laid over it; neither is changed. */
export function mergeDeep<T>(base: T, overrides: DeepPartial<NoInfer<T>>): T {
  return mergeUntyped(base, overrides) as T;
}
