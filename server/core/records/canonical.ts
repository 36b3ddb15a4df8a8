/** Nesting above this is refused: deep enough for any ruleset or record, shallow enough for every stack. */
const MAX_DEPTH = 100;

/** What JSON must escape, with both halves of surrogate pairs: a string free of them is copied as it is. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_CARE = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** Half a surrogate pair: in a regular expression with the flag u, whole pairs are one character and do not match. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/** A value that has no canonical form. A broken invariant: the borders refuse such input before it comes here. */
export class CanonicalError extends Error {
  override readonly name = 'CanonicalError';
}

/**
 * RFC 8785 (JCS) text of a value made of plain objects, arrays, strings, booleans, null and safe integers; properties
 * that are undefined are left out. Throws {@link CanonicalError} on fractions, undefined elsewhere, ill-formed strings,
 * NUL, functions, symbols, bigints, class instances and nesting above 100.
 *
 * Written by hand because every stored document passes through it several times a case: it agrees with the
 * `canonicalize` package byte for byte (a property test holds it to that) and takes a fraction of its time.
 */
export function canonicalise(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new CanonicalError(`${value} is not an integer in the safe range`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH) throw new CanonicalError(`nested deeper than ${MAX_DEPTH}, or circular`);
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      throw new CanonicalError(`a value of type ${typeof value} has no canonical form`);
  }
}

function writeArray(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return '[]';
  let text = '[' + write(items[0], depth + 1);
  for (let index = 1; index < items.length; index += 1) text += ',' + write(items[index], depth + 1);
  return text + ']';
}

function writeObject(source: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(source);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new CanonicalError('only plain objects have a canonical form');
  }
  const object = source as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sortKeys(Object.keys(object))) {
    const value = object[key];
    if (value === undefined) continue;
    text += (text === '' ? '' : ',') + writeString(key) + ':' + write(value, depth + 1);
  }
  return '{' + text + '}';
}

/** By UTF-16 code units, as the RFC asks. Objects here have few keys, mostly in order: insertion beats `sort`. */
function sortKeys(keys: string[]): string[] {
  if (keys.length > 40) return keys.sort();
  for (let end = 1; end < keys.length; end += 1) {
    const key = keys[end] ?? '';
    let at = end;
    for (; at > 0; at -= 1) {
      const before = keys[at - 1] ?? '';
      if (before < key) break;
      keys[at] = before;
    }
    keys[at] = key;
  }
  return keys;
}

function writeString(text: string): string {
  if (!NEEDS_CARE.test(text)) return '"' + text + '"';
  if (text.includes('\0')) throw new CanonicalError('a string holds NUL');
  if (HALF_A_PAIR.test(text)) throw new CanonicalError('a string holds half a surrogate pair');
  return JSON.stringify(text);
}
