import type { Report } from './lint-issue.ts';

/** An object as JSON gives it; its keys are looked at before anything is read from it. */
export type JsonObject = Readonly<Record<string, unknown>>;

// They survive JSON.parse as own properties and would then stand in for inherited ones.
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value is a JSON object: no array, no null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Extends a JSON pointer by one step. */
export function pointTo(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** An object's own value, or undefined: never an inherited one. */
export function readOwn(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Reports keys that may not be there and required ones that are not; answers whether there was nothing to report. */
export function checkKeys(
  object: JsonObject,
  keys: { readonly required: readonly string[]; readonly optional?: readonly string[] },
  path: string,
  report: Report,
): boolean {
  let clean = true;
  const refuse: Report = (code, at, message) => {
    clean = false;
    report(code, at, message);
  };
  for (const key of Object.keys(object)) {
    if (FORBIDDEN_KEYS.has(key)) refuse('forbidden_key', pointTo(path, key), `Remove the key ${key}.`);
    else if (!keys.required.includes(key) && keys.optional?.includes(key) !== true) {
      refuse('unknown_key', pointTo(path, key), `The key ${key} means nothing here; remove it.`);
    }
  }
  for (const key of keys.required) {
    if (readOwn(object, key) === undefined) refuse('missing_key', path, `The key ${key} is missing.`);
  }
  return clean;
}

/** Whether a value is a whole number that a double holds exactly; minus zero is none. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}
